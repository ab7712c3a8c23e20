import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './numbered-pages.module.css';
import { useFormat } from './use-format.ts';
import { without } from '../app/search.ts';

/** Which page of a long list is shown, with links to the one before and the one after; nothing if the list has one page. */
export function NumberedPages(props: {
  of: { page: number; pages: number };
  /** The number of items on all pages together. */
  total: number;
  search: Readonly<Record<string, string>>;
  /** The id of the element with the list, to which the links go. */
  list: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { of, total, search, list } = props;
  if (of.pages === 1) return null;
  const number = (count: number) => format.number(String(count), 0);
  const to = (page: number, text: string) => (
    <Link
      to="."
      search={page === 1 ? without(search, 'page') : { ...search, page: String(page) }}
      hash={list}
      activeOptions={{ exact: true }}
      preload={false}
      className={styles.way}
    >
      {text}
    </Link>
  );
  return (
    <nav className={styles.pages} aria-label={t('numbered.label')}>
      {of.page > 1 && to(of.page - 1, t('numbered.previous'))}
      <span>
        {t('numbered.here', {
          ...{ page: number(of.page), pages: number(of.pages), total: number(total) },
        })}
      </span>
      {of.page < of.pages && to(of.page + 1, t('numbered.next'))}
    </nav>
  );
}
