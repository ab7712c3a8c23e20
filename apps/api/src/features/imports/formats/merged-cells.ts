import { unreadable } from '../import-problem.ts';
import { MAX_COLUMNS, placeOf, type SheetCell, type SheetRow } from './sheet-rows.ts';

export interface MergedRange {
  text: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** How many columns of a range are filled at most; wider ranges are decoration. */
const WIDEST = 256;
/** As many as a file may have rows. */
const MAX_RANGES = 100_000;

export function rangesOf(merges: readonly string[]): MergedRange[] {
  if (merges.length > MAX_RANGES) throw unreadable('TOO_MUCH_WORK');
  return merges.flatMap((text) => {
    const [from, to] = text.split(':', 2).map(placeOf);
    if (!from || !to || from.column > MAX_COLUMNS) return [];
    return [{ text, top: from.row, bottom: to.row, left: from.column, right: to.column }];
  });
}

/**
 * Puts the content of a merged range's first cell into all its cells, as a reader of the sheet sees it. Rows must come in order. A column
 * belongs to one range at a time, so the work per row depends on its columns, not on how many ranges overlap.
 */
export class MergedCells {
  private readonly waiting: MergedRange[];
  private readonly open = new Map<number, { bottom: number; first: SheetCell | undefined }>();

  constructor(ranges: readonly MergedRange[]) {
    this.waiting = ranges.toSorted((a, b) => b.top - a.top);
  }

  fill(row: SheetRow): SheetRow {
    for (
      let next = this.waiting.at(-1);
      next && next.top <= row.number;
      next = this.waiting.at(-1)
    ) {
      const { top, left, bottom } = next;
      const first = top === row.number ? row.cells.get(left) : undefined;
      const right = Math.min(next.right, left + WIDEST, MAX_COLUMNS);
      for (let column = left; column <= right; column += 1)
        this.open.set(column, { bottom, first });
      this.waiting.pop();
    }
    for (const [column, { bottom, first }] of this.open) {
      if (bottom < row.number) this.open.delete(column);
      else if (first !== undefined) row.cells.set(column, first);
    }
    return row;
  }
}
