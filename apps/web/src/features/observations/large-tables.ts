import { isRowCell, keyOf } from './cell-key.ts';
import { isUnsaved, waitsForValue, type EntryState } from './entry-state.ts';
import type { FormRowFragment, ReturnFormFragment } from './return-form.generated.ts';

export type LargeTable = NonNullable<FormRowFragment['largeTable']>;

/** The table of an indicator whose parts the form does not hold; a copy that an earlier version kept knows of none. */
export const largeTableOf = ({ cells }: ReturnFormFragment, indicator: string): LargeTable | null =>
  cells.find((row) => row.indicator === indicator)?.largeTable ?? null;

export const filledIn = ({ filled }: LargeTable): number =>
  filled.reduce((sum, { parts }) => sum + parts, 0);

/**
 * How many parts of such tables that are asked for have no value, without those that the form lists. A value of a code that a table has lost counts
 * as well, so it could be below nought.
 */
export const emptyInLargeTables = ({ cells }: ReturnFormFragment): number =>
  cells.reduce((sum, { largeTable, assigned }) => {
    if (!largeTable || !assigned) return sum;
    const listed = largeTable.cells.filter(({ current }) => current === null).length;
    return sum + Math.max(0, largeTable.parts - filledIn(largeTable) - listed);
  }, 0);

/** The parts that a form no longer lists, because they wait in no large table any more; not those in which something is not saved yet. */
export function goneParts(
  entries: ReadonlyMap<string, EntryState>,
  rows: readonly FormRowFragment[],
): string[] {
  const listed = new Set(
    rows.flatMap(({ indicator, table, largeTable }) =>
      ((table ?? largeTable)?.cells ?? []).map(({ part }) =>
        keyOf({ indicator, part, element: null }),
      ),
    ),
  );
  return [...entries].flatMap(([key, entry]) =>
    isRowCell(entry.cell) || listed.has(key) || isUnsaved(entry) || waitsForValue(entry)
      ? []
      : [key],
  );
}
