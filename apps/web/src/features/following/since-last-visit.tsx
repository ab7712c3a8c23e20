import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import type { NewsQuery } from './following.generated.ts';
import { newsText } from './news-text.ts';
import styles from './tools.module.css';
import { useNews } from './use-news.ts';

const root = getRouteApi('__root__');

/** Records the visit, and returns what was released since the last one. */
export function SinceLastVisit({ shown }: { shown: boolean }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const news = useNews(shown);
  if (!news) return null;
  return (
    <div className={styles.strip} role="status">
      <NewsLine news={news} />
      <p>
        {/* full loads: the one is a page of another kind, the other may be this very page */}
        <a href={`/${lang}/following`}>{t('follow.what')}</a>
        {' · '}
        <a href={`/${lang}/changes?from=${news.from}`}>{t('follow.sinceVisit')}</a>
      </p>
    </div>
  );
}

export function NewsLine({ news }: { news: NonNullable<NewsQuery['news']> }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const text = newsText(t, news.counts);
  const nothing = t(news.narrowed ? 'follow.nothing' : 'follow.nothingAtAll');
  return (
    <p>
      {t('follow.since', { date: format.date(news.since), news: text === '' ? nothing : text })}
      {!news.narrowed && text !== '' && ` ${t('follow.hint')}`}
    </p>
  );
}
