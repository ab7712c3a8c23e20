import { useTranslation } from 'react-i18next';
import styles from './file-list.module.css';
import { useFormat } from '../../ui/use-format.ts';

interface Listed {
  id: string;
  path: string;
  mediaType: string;
  /** Where the size is known before the file is made. */
  bytes?: number | null;
}

const KNOWN = {
  csv: 'csv',
  'levels-csv': 'levelsCsv',
  'csv-for-excel': 'csvForExcel',
  xlsx: 'xlsx',
  json: 'json',
  'sdmx-csv': 'sdmxCsv',
  'sdmx-json': 'sdmxJson',
  'sdmx-targets': 'sdmxTargets',
  'sdmx-levels': 'sdmxLevels',
  'sdmx-structure': 'sdmxStructure',
  iati: 'iati',
  'dhis2-adx': 'dhis2Adx',
  'dhis2-json': 'dhis2Json',
} as const;
/** For most readers first. */
const ORDER = ['xlsx', 'csv-for-excel', 'csv', 'levels-csv', 'json'];

/** The whole release in each of several formats: what it is good for, how large it is. */
export function FileList({ files }: { files: readonly Listed[] }) {
  const { t } = useTranslation('about');
  const size = useFileSize();
  const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return (
    <ul className={styles.files}>
      {files
        .toSorted((a, b) => rank(a.id) - rank(b.id))
        .map(({ id, path, mediaType, bytes = null }) => {
          const known = KNOWN[id as keyof typeof KNOWN] as
            (typeof KNOWN)[keyof typeof KNOWN] | undefined;
          return (
            <li key={id}>
              <a href={path} download className={styles.name}>
                {known === undefined ? id : t(`data.formats.${known}`)}
              </a>{' '}
              {bytes !== null && <span className={styles.size}>{size(bytes)}</span>}
              <p>{known === undefined ? mediaType : t(`data.uses.${known}`)}</p>
            </li>
          );
        })}
    </ul>
  );
}

/** 412 kB, 1.3 MB: in thousands, as the file managers of most systems count. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('about');
  const format = useFormat();
  return (bytes) =>
    bytes < 1_000_000
      ? t('data.kilobytes', {
          size: format.number(String(Math.max(1, Math.round(bytes / 1000))), 0),
        })
      : t('data.megabytes', { size: format.number((bytes / 1_000_000).toFixed(1), 1) });
}
