import { placeOf, type SheetCell, type SheetRow } from './sheet-rows.ts';

export interface MergedRange {
  text: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Wider ones are decoration: no more of them is filled. */
const WIDEST = 256;

export const rangesOf = (merges: readonly string[]): MergedRange[] =>
  merges.flatMap((text) => {
    const [from, to] = text.split(':').map(placeOf);
    if (!from || !to) return [];
    return [{ text, top: from.row, bottom: to.row, left: from.column, right: to.column }];
  });

/** In every cell of a range what its first one says, as a reader of the sheet sees it. For rows in their order. */
export class MergedCells {
  private readonly waiting: MergedRange[];
  private open: { range: MergedRange; first: SheetCell | undefined }[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.waiting = ranges.toSorted((a, b) => b.top - a.top);
  }

  fill(row: SheetRow): SheetRow {
    this.open = this.open.filter(({ range }) => range.bottom >= row.number);
    for (
      let next = this.waiting.at(-1);
      next && next.top <= row.number;
      next = this.waiting.at(-1)
    ) {
      const first = next.top === row.number ? row.cells.get(next.left) : undefined;
      this.open.push({ range: next, first });
      this.waiting.pop();
    }
    for (const { range, first } of this.open) {
      if (first === undefined) continue;
      const right = Math.min(range.right, range.left + WIDEST);
      for (let column = range.left; column <= right; column += 1) row.cells.set(column, first);
    }
    return row;
  }
}
