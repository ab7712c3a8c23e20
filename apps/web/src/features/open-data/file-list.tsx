import { useTranslation } from 'react-i18next';
import styles from './file-list.module.css';
import { useFormat } from '../../ui/use-format.ts';

interface Listed {
  id: string;
  path: string;
  mediaType: string;
  /** The size, if it is known before the file is made. */
  bytes?: number | null;
}

/** First what is useful for most readers. */
const ORDER = ['xlsx', 'csv-for-excel', 'csv', 'levels-csv', 'json'];

/** The whole release in several formats, each with what it is good for and its size. */
export function FileList({ files }: { files: readonly Listed[] }) {
  const { t, i18n } = useTranslation('about');
  const size = useFileSize();
  const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return (
    <ul className={styles.files}>
      {files
        .toSorted((a, b) => rank(a.id) - rank(b.id))
        .map(({ id, path, mediaType, bytes = null }) => {
          // the key of "levels-csv" in the catalog is "levelsCsv"
          const key = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as 'csv';
          const known = i18n.exists(`about:data.formats.${key}`);
          return (
            <li key={id}>
              <a href={path} download className={styles.name}>
                {known ? t(`data.formats.${key}`) : id}
              </a>{' '}
              {bytes !== null && <span className={styles.size}>{size(bytes)}</span>}
              <p>{known ? t(`data.uses.${key}`) : mediaType}</p>
            </li>
          );
        })}
    </ul>
  );
}

/** 412 kB, 1.3 MB: in multiples of 1000, as the file managers of most systems count. */
function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('about');
  const format = useFormat();
  return (bytes) =>
    bytes < 1_000_000
      ? t('data.kilobytes', {
          size: format.number(String(Math.max(1, Math.round(bytes / 1000))), 0),
        })
      : t('data.megabytes', { size: format.number((bytes / 1_000_000).toFixed(1), 1) });
}
