import { hitsOf } from '../cell-hits.ts';
import type { FormCellFragment } from '../form-cell.generated.ts';
import type { FormPartFragment } from '../return-form.generated.ts';

/** A part as a cell of its own: what it shares with the whole is read once. Its hits are found here, by the same rules. */
export function partCell(
  whole: FormCellFragment,
  part: FormPartFragment,
  year: number,
): FormCellFragment {
  const cell = { ...whole, ...part, hits: [], lastSource: null };
  return part.current === null ? cell : { ...cell, hits: hitsOf(part.current, cell, year) };
}
