import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  readRows,
  troubleOf,
  type ImportJob,
  type ImportRow,
  type Severity,
} from './import-api.ts';
import { ImportRowLine } from './import-row-line.tsx';
import styles from './imports.module.css';

const FILTERS = [null, 'ERROR', 'WARN', 'OK'] as const;

/** The rows of the file, green, yellow and red; the red ones first in view where there are any. */
export function ImportRows(props: { job: ImportJob; turn: number; reload: () => void }) {
  const { job, turn, reload } = props;
  const { t } = useTranslation('desk');
  const [filter, setFilter] = useState<Severity | null>(
    (job.summary?.errors ?? 0) > 0 ? 'ERROR' : null,
  );
  const { lang } = useFormat();
  const { rows, more, troubles, readMore } = useRows(job.job, filter, turn);
  const isOpen = job.state === 'CHECKED';
  return (
    <Section title={t('import.table')}>
      <fieldset className={styles.filters}>
        <legend>{t('import.show')}</legend>
        {FILTERS.map((severity) => (
          <label key={severity ?? 'all'}>
            <input
              type="radio"
              name="severity"
              checked={filter === severity}
              onChange={() => setFilter(severity)}
            />
            {severity === null ? t('import.all') : t(`import.${severity}`)}
          </label>
        ))}
      </fieldset>
      <ProblemList problems={troubles} />
      {rows?.length === 0 && <p>{t('import.noRows')}</p>}
      {rows !== null && rows.length > 0 && (
        <div className={desk.scroll} role="group" aria-label={t('import.table')} tabIndex={0}>
          <table className={styles.rows}>
            <thead>
              <tr>
                {(['line', 'cell', 'before', 'typed', 'result', 'notes'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`import.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ImportRowLine
                  key={row.number}
                  job={job.job}
                  row={row}
                  mendable={isOpen}
                  onMended={reload}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={desk.row}>
        {more && (
          <button type="button" className={desk.quiet} onClick={() => void readMore()}>
            {t('import.more')}
          </button>
        )}
        {job.problems.length > 0 && (
          <a href={`/imports/${job.job}/errors.csv?lang=${lang}`} download>
            {t('import.download')}
          </a>
        )}
      </div>
    </Section>
  );
}

function useRows(job: string, severity: Severity | null, turn: number) {
  const { lang } = useFormat();
  const [rows, setRows] = useState<ImportRow[] | null>(null);
  const [more, setMore] = useState(false);
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  useEffect(() => {
    let stopped = false;
    readRows(job, { severity, lang }, 0).then(
      (page) => {
        if (stopped) return;
        setRows(page.rows);
        setMore(page.more);
        setTroubles([]);
      },
      (error: unknown) => {
        if (stopped) return;
        setRows(null);
        setMore(false);
        setTroubles([troubleOf(error)]);
      },
    );
    return () => {
      stopped = true;
    };
  }, [job, severity, lang, turn]);
  const readMore = async () => {
    try {
      const page = await readRows(job, { severity, lang }, rows?.length ?? 0);
      setRows((known) => [...(known ?? []), ...page.rows]);
      setMore(page.more);
      setTroubles([]);
    } catch (error) {
      setTroubles([troubleOf(error)]);
    }
  };
  return { rows, more, troubles, readMore };
}
