import { isRowCell, keyOf } from './cell-key.ts';
import { isUnsaved, waitsForValue, type EntryState } from './entry-state.ts';
import type { FormRowFragment } from './return-form.generated.ts';

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
