import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { CheckImportDocument, type ImportJobFragment } from './import-job.generated.ts';
import styles from './imports.module.css';
import { useImportChange } from './use-import-change.ts';

type Preview = NonNullable<ImportJobFragment['preview']>;

/** The first rows of a table as they are in the file: a click tells which row has the names of the columns, and which columns have values. */
export function HeadChoice({ job, preview }: { job: string; preview: Preview }) {
  const { t } = useTranslation('desk');
  const [head, setHead] = useState(preview.head);
  const [values, setValues] = useState<readonly number[]>(preview.values);
  const { problems, busy, change } = useImportChange();
  const width = Math.max(...preview.rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => at + 1);
  const toggle = (column: number) =>
    setValues(
      values.includes(column)
        ? values.filter((one) => one !== column)
        : [...values, column].toSorted((a, b) => a - b),
    );
  const input = { job, head, values: [...values] };
  return (
    <>
      <Text>{t('import.preview.text')}</Text>
      <div className={desk.scroll} role="group" aria-label={t('import.preview.title')} tabIndex={0}>
        <table className={styles.preview}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  <button
                    type="button"
                    className={styles.pick}
                    aria-pressed={values.includes(column)}
                    aria-label={t('import.preview.values', { column })}
                    onClick={() => toggle(column)}
                  >
                    {column}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, at) => (
              // a row can be identified only by its place
              <tr key={at} data-head={at + 1 === head || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.pick}
                    aria-pressed={at + 1 === head}
                    aria-label={t('import.preview.head', { row: at + 1 })}
                    onClick={() => setHead(at + 1)}
                  >
                    {at + 1}
                  </button>
                </th>
                {columns.map((column) => (
                  <td key={column} data-value={values.includes(column) || undefined}>
                    {row[column - 1]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemList problems={problems} />
      <Group>
        <Button
          variant="default"
          disabled={busy || values.length === 0}
          onClick={() => void change(CheckImportDocument, { input })}
        >
          {t('import.preview.apply')}
        </Button>
      </Group>
    </>
  );
}
