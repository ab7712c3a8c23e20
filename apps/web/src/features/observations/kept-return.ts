import type { LastRead } from '../../desk/last-reads.ts';
import { keyOf } from './cell-key.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { ReturnFormFragment } from './return-form.generated.ts';

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
  const rows = form.cells.map(({ table, ...row }) => {
    const { indicator, version } = row;
    const parts = table?.cells.map((part) => ({
      ...part,
      ...since(keyOf({ indicator, part: part.part, element: null }), part.version),
    }));
    return {
      ...row,
      ...since(keyOf(row), version),
      table: table && { ...table, cells: parts ?? [] },
    };
  });
  return { ...form, cells: rows };
}
