import { sum } from '../validation/statistics.ts';
import { dec } from '../values/decimal.ts';
import { decimalText } from '../values/decimal-text.ts';
import { TOTAL } from '../disclosure/table.ts';
import { TOTAL_PART, type Part, partKey } from './part.ts';
import { type Figure, type TableCell, type TableAxis, partsOfTable } from './table.ts';

/** The parts along one axis and the total they belong to. */
export interface Line {
  total: Part;
  /** Made when they are asked for: of a large table few totals are entered. */
  parts: () => Part[];
}

/** Along each axis, for every combination of the others. */
export function linesOf(axes: readonly TableAxis[]): Line[] {
  const allParts = [...partsOfTable(axes), TOTAL_PART];
  return axes.flatMap(({ dimension, codes }) =>
    allParts
      .filter((part) => part[dimension] === TOTAL)
      .map((total) => ({
        total,
        parts: () => codes.map(({ code }) => ({ ...total, [dimension]: code })),
      })),
  );
}

/** One figure (the value, or the numerator …) of every cell of a table. */
export class TableFigures {
  private readonly axes: readonly TableAxis[];
  private readonly figures: ReadonlyMap<string, string>;

  constructor(axes: readonly TableAxis[], cells: readonly TableCell[], figure: Figure) {
    this.axes = axes;
    this.figures = new Map(
      cells.flatMap(({ part, [figure]: text }) => (text === null ? [] : [[partKey(part), text]])),
    );
  }

  entered(part: Part): string | null {
    return this.figures.get(partKey(part)) ?? null;
  }

  /** As entered, else as its complete parts give it. */
  best(part: Part): string | null {
    return this.entered(part) ?? this.sum(part);
  }

  /** Of the parts along the first axis where all are there; null for an innermost part, too. */
  sum(part: Part): string | null {
    for (const { dimension, codes } of this.axes) {
      if (part[dimension] !== TOTAL) continue;
      const parts = codes.map(({ code }) => this.best({ ...part, [dimension]: code }));
      const present = parts.filter((one) => one !== null);
      if (present.length === parts.length) return decimalText(sum(present.map((one) => dec(one))));
    }
    return null;
  }
}
