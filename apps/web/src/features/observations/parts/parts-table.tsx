import { BREAKDOWN_DIMENSIONS, TOTAL } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { Figure } from '../../../ui/figure.tsx';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import { PartField } from './part-field.tsx';
import { PartNotes, isNoted } from './part-notes.tsx';
import styles from './parts-table.module.css';
import { CodeName, sidesOf, type Code } from './sides.tsx';
import { offeredTotals } from './table-of.ts';

type Table = NonNullable<EntryState['table']>;
/** The parts of one value as a table: their sums are checked and offered while they are typed. */
export function PartsTable(props: {
  whole: EntryState;
  table: Table;
  parts: readonly EntryState[];
  store: EntryStore;
  cycle: number;
}) {
  const { whole, table, parts, store, cycle } = props;
  const { t } = useTranslation('desk');
  const title = t('parts.title', { axes: axesText(table, t) });
  const filled = parts.filter(({ reading }) => !reading.empty).length;
  const members = [whole, ...parts];
  const totals = whole.table && offeredTotals(table, members, store.mark);
  const { rows, columns } = sidesOf(table);
  const at = (row: Code, column: Code): EntryState | undefined =>
    members.find(({ cell: { part } }) => {
      const wanted: Record<string, string> = {
        [rows.dimension]: row.code,
        [columns.dimension]: column.code,
      };
      return BREAKDOWN_DIMENSIONS.every((one) => part[one] === (wanted[one] ?? TOTAL));
    });
  return (
    <details open className={styles.parts}>
      <summary>
        <strong>{title}</strong>{' '}
        <span className={desk.soft}>{t('parts.filled', { filled, total: parts.length })}</span>
      </summary>
      <div className={desk.scroll}>
        <table
          className={styles.table}
          aria-label={`${whole.cell.name.text}. ${title}`}
          data-parts={whole.cell.indicator}
        >
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
                <th scope="row">{rows.dimension === '' ? cycle : <CodeName of={row} />}</th>
                {columns.codes.map((column) => {
                  const entry = at(row, column);
                  if (entry === undefined) return <td key={column.code} />;
                  return (
                    <td key={column.code}>
                      {entry === whole ? (
                        <output className={styles.whole}>
                          <Figure
                            indicator={whole.cell}
                            value={whole.reading.holds?.value ?? null}
                          />
                        </output>
                      ) : (
                        <PartField entry={entry} store={store} cycle={cycle} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {totals !== null && totals.length > 0 && (
        <button
          type="button"
          className={desk.quiet}
          onClick={() => {
            store.fill(totals);
            void store.settle();
          }}
        >
          {t('parts.takeTotals', { count: totals.length })}
        </button>
      )}
      {parts.filter(isNoted).map((entry) => (
        <PartNotes key={entry.cell.name.text} entry={entry} store={store} cycle={cycle} />
      ))}
    </details>
  );
}

function axesText({ axes }: Table, t: ReturnType<typeof useTranslation<'desk'>>['t']): string {
  const names = axes.map(({ dimension }) => {
    const axis = (['sex', 'age', 'urbanisation', 'region'] as const).find(
      (one) => one === dimension,
    );
    return t(`parts.axis.${axis ?? 'breakdown'}`);
  });
  return names.join(' × ');
}
