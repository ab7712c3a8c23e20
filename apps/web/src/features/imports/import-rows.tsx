import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Radio } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useChange } from '../../desk/use-change.ts';
import table from '../../ui/facts-table.module.css';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  ImportRowsDocument,
  type ImportJobFragment,
  type ImportRowFragment,
  type Severity,
} from './import-job.generated.ts';
import { ImportRowLine } from './import-row-line.tsx';
import styles from './imports.module.css';

const ROWS = 'import-rows';
const FILTERS = ['all', 'ERROR', 'WARN', 'OK'] as const;
type Filter = (typeof FILTERS)[number];

/** The rows of the file, green, yellow and red. If there are red ones, only they are shown at first. */
export function ImportRows({ job, mendable }: { job: ImportJobFragment; mendable: boolean }) {
  const { t } = useTranslation('desk');
  const [filter, setFilter] = useState<Filter>(job.summary?.errors ? 'ERROR' : 'all');
  const { lang } = useFormat();
  const { page, problems, readMore } = useRows(job.id, filter === 'all' ? null : filter);
  const body = useRef<HTMLTableSectionElement>(null);
  const setMended = useNextFocus(page?.rows, body);
  return (
    <Section id={ROWS} title={t('import.table')}>
      <Radio.Group label={t('import.show')} name="severity" value={filter} onChange={setFilter}>
        <Group>
          {FILTERS.map((one) => (
            <Radio key={one} value={one} label={t(`import.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <ProblemList problems={problems} />
      {page?.rows.length === 0 && <p>{t('import.noRows')}</p>}
      {page !== undefined && page.rows.length > 0 && (
        <div className={desk.scroll} role="group" aria-label={t('import.table')} tabIndex={0}>
          <table className={`${table.facts} ${styles.rows}`}>
            <thead>
              <tr>
                {(['line', 'cell', 'before', 'typed', 'result', 'notes'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`import.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {page.rows.map((row) => (
                <ImportRowLine
                  key={row.number}
                  job={job.id}
                  row={row}
                  mendable={mendable}
                  dated={job.cycle === null}
                  onMend={() => setMended(row.number)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Group>
        {page?.more && (
          <Button variant="default" onClick={readMore}>
            {t('import.more')}
          </Button>
        )}
        {job.problems.length > 0 && (
          <a href={`/imports/${job.id}/errors.csv?lang=${lang}`} download>
            {t('import.download')}
          </a>
        )}
      </Group>
    </Section>
  );
}

/** When a row was corrected or left out and its fields are gone, the focus goes to the next row with any, or to the heading. */
function useNextFocus(
  rows: readonly ImportRowFragment[] | undefined,
  body: RefObject<HTMLTableSectionElement | null>,
) {
  const mended = useRef<number>(undefined);
  const focusNext = useEffectEvent(() => {
    if (mended.current === undefined || document.activeElement !== document.body) return;
    const from = mended.current;
    const lines = [...(body.current?.rows ?? [])].filter(
      (_, index) => (rows?.[index]?.number ?? 0) >= from,
    );
    const field = lines.map((line) => line.querySelector<HTMLElement>('input, button'));
    (field.find((one) => one !== null) ?? document.getElementById(ROWS))?.focus();
    mended.current = undefined;
  });
  useEffect(() => focusNext(), [rows]);
  return (row: number) => {
    mended.current = row;
  };
}

/** The rows read so far. After a change as many are read again, and shown when all of them are there. */
function useRows(id: string, severity: Severity | null) {
  const { lang } = useFormat();
  const { problems, run } = useChange();
  const [asked, setAsked] = useState({ severity, rows: 0 });
  const { data, previousData, error, networkStatus, fetchMore } = useQuery(ImportRowsDocument, {
    variables: { id, severity, lang, offset: 0 },
  });
  const read = (data ?? (error ? undefined : previousData))?.importJob.rows;
  const wanted = asked.severity === severity ? asked.rows : 0;
  const isWhole = read === undefined || !read.more || read.rows.length >= wanted;
  const [page, setPage] = useState(read);
  if (isWhole && page !== read) setPage(read);
  const isReadAgain = networkStatus === NetworkStatus.refetch;
  const next = useEffectEvent((isWanted: () => boolean) =>
    run(async () => {
      const offset = read?.rows.length ?? 0;
      await fetchMore({
        variables: { offset },
        // the answer to an earlier question of the same words may be older than the last change
        context: { queryDeduplication: false },
        updateQuery: (before, { fetchMoreResult }) => {
          const [{ rows }, { rows: more }] = [before.importJob, fetchMoreResult.importJob];
          // a part that does not go on where the list ends would bring rows twice
          if (!isWanted() || rows.rows.length !== offset) return before;
          const all = { ...more, rows: [...rows.rows, ...more.rows] };
          return { importJob: { ...before.importJob, rows: all } };
        },
      });
      return { problems: [] };
    }),
  );
  useEffect(() => {
    if (isWhole || isReadAgain) return;
    let wanted = true;
    void next(() => wanted);
    // what was asked before a change may tell of rows as they were before it
    return () => {
      wanted = false;
    };
  }, [isWhole, isReadAgain, read, asked]);
  const readMore = () => setAsked({ severity, rows: (read?.rows.length ?? 0) + 1 });
  return { page, problems: error ? [unreachable(error), ...problems] : problems, readMore };
}
