import { useTranslation } from 'react-i18next';
import styles from './file-list.module.css';
import type { OpenDataQuery } from './open-data.generated.ts';
import { useFileSize } from './use-file-size.ts';

type OpenData = NonNullable<OpenDataQuery['openData']>;

const KNOWN = { csv: 'csv', 'csv-for-excel': 'csvForExcel', xlsx: 'xlsx', json: 'json' } as const;
/** For most readers first. */
const ORDER = ['xlsx', 'csv-for-excel', 'csv', 'json'];

/** Every format of the whole release: what it is good for, how large it is. */
export function FileList({ files }: { files: OpenData['files'] }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return (
    <ul className={styles.files}>
      {files
        .toSorted((a, b) => rank(a.id) - rank(b.id))
        .map(({ id, path, mediaType, bytes }) => {
          const known = KNOWN[id as keyof typeof KNOWN] as
            (typeof KNOWN)[keyof typeof KNOWN] | undefined;
          return (
            <li key={id}>
              <a href={path} download className={styles.name}>
                {known === undefined ? id : t(`data.formats.${known}`)}
              </a>
              {bytes !== null && <span className={styles.size}>{size(bytes)}</span>}
              <p>{known === undefined ? mediaType : t(`data.uses.${known}`)}</p>
            </li>
          );
        })}
    </ul>
  );
}
