import { useTranslation } from 'react-i18next';
import { isLanguage } from '@qadam/i18n';
import type { DocumentFragment } from './document.generated.ts';
import styles from './document-list.module.css';
import { useFormat } from './use-format.ts';

/** Short names for media types: `application/vnd…sheet` means nothing to a reader. */
const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'text/csv': 'CSV',
  'application/xml': 'XML',
  'text/xml': 'XML',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

/** Released documents, each with its kind, size and language; a document has one line for each figure it proves. */
export function DocumentList(props: {
  documents: readonly DocumentFragment[];
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = ({ kind, mediaType, size, lang }: DocumentFragment) =>
    [
      kind === 'LINK' ? t('documents.link') : (KINDS[mediaType ?? ''] ?? mediaType),
      size === null
        ? null
        : t('documents.size', { size: format.number(String(Math.ceil(size / 1024))) }),
      lang !== null && isLanguage(lang) ? t(`documents.lang.${lang}`) : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <ul className={styles.list}>
      {props.documents.map((one) => (
        <li key={`${one.id} ${one.indicator} ${one.area} ${String(one.year)}`}>
          {one.url === null ? (
            <a href={`/data/documents/${one.id}`} download>
              {one.title}
            </a>
          ) : (
            <a href={one.url} rel="noreferrer">
              {one.title}
            </a>
          )}
          <span className={styles.about}>
            {one.indicator} · {props.names[one.area] ?? one.area}, {one.year} · {about(one)}
          </span>
        </li>
      ))}
    </ul>
  );
}
