import type { EntryState } from './entry-state.ts';
import { CodeName, sidesOf } from './parts/sides.tsx';
import styles from './print-form.module.css';

/** The parts of a value, to be filled in by hand. */
export function PrintTable({ table }: { table: NonNullable<EntryState['table']> }) {
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
              <td key={column.code} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
