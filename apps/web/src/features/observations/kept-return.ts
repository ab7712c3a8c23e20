import type { LastRead } from '../../desk/last-reads.ts';
import { keyOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { FormPartFragment, ReturnFormFragment } from './return-form.generated.ts';

/** Under which name the return of a country and year is kept in the browser. */
export const formName = ({ area, cycle }: { area: string; cycle: number }): string =>
  `${area} ${cycle}`;

/** The return as the server had it last: as it was read, with what it has saved since. */
export function asLastSaved({
  of: form,
  cells,
}: LastRead<ReturnFormFragment, FormCellFragment>): ReturnFormFragment {
  const saved = new Map(cells.map((cell) => [keyOf(cell), cell]));
  // a saved cell that is not newer than the return is already part of it
  const since = (key: string, version: number) => {
    const cell = saved.get(key);
    return cell !== undefined && cell.version > version ? cell : undefined;
  };
  const rows = form.cells.map(({ table, largeTable, ...row }) => {
    const { indicator, version } = row;
    const asSaved = <Of extends { cells: FormPartFragment[] }>(of: Of | null): Of | null =>
      of && {
        ...of,
        cells: of.cells.map((part) => ({
          ...part,
          ...since(keyOf({ indicator, part: part.part, element: null }), part.version),
        })),
      };
    return {
      ...row,
      ...since(keyOf(row), version),
      table: asSaved(table),
      // a copy that an earlier version kept has none
      largeTable: asSaved(largeTable ?? null),
    };
  });
  return { ...form, cells: rows };
}
