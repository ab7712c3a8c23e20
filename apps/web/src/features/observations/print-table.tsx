import { useTranslation } from 'react-i18next';
import type { EntryState } from './entry-state.ts';
import { CodeName, sidesOf } from './parts/sides.tsx';
import styles from './print-form.module.css';

/** The parts of a value, to be filled in by hand; both numbers of each where it is a share. */
export function PrintTable(props: { table: NonNullable<EntryState['table']>; ratio: boolean }) {
  const { table, ratio } = props;
  const { t } = useTranslation('desk');
  const { rows, columns } = sidesOf(table);
  return (
    <table className={styles.parts}>
      <thead>
        <tr>
          <td />
          {columns.codes.map((column) => (
            <th key={column.code} scope="col">
              <CodeName of={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.codes.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <CodeName of={row} />
            </th>
            {columns.codes.map((column) => (
              <td key={column.code}>
                {ratio && (
                  <ul className={styles.lines}>
                    <li>{t('print.numerator')}</li>
                    <li>{t('print.denominator')}</li>
                  </ul>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
