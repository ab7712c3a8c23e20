import { sum } from '../validation/statistics.ts';
import { dec } from '../values/decimal.ts';
import { decimalText } from '../values/decimal-text.ts';
import { TOTAL } from '../disclosure/table.ts';
import { TOTAL_PART, type Part, partKey } from './part.ts';
import { type Figure, type TableCell, type TableAxis, partsOfTable } from './table.ts';

/** A row or column of a table: its total, and the axis along which its parts lie. */
export interface Line {
  total: Part;
  axis: TableAxis;
}

/** All lines of a table: along each axis, for every combination of codes of the other axes. */
export function linesOf(axes: readonly TableAxis[]): Line[] {
  const allParts = [...partsOfTable(axes), TOTAL_PART];
  return axes.flatMap((axis) =>
    allParts.filter((part) => part[axis.dimension] === TOTAL).map((total) => ({ total, axis })),
  );
}

export function partsOf({ total, axis: { dimension, codes } }: Line): Part[] {
  return codes.map(({ code }) => ({ ...total, [dimension]: code }));
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

  /** The figure that was entered, else the sum of the parts if they are complete. */
  best(part: Part): string | null {
    return this.entered(part) ?? this.sum(part);
  }

  /** The sum of the parts along the first axis on which all of them are known; null if there is none, as for an innermost part. */
  sum(part: Part): string | null {
    for (const axis of this.axes) {
      if (part[axis.dimension] !== TOTAL) continue;
      const parts = partsOf({ total: part, axis }).map((one) => this.best(one));
      const present = parts.filter((one) => one !== null);
      if (present.length === parts.length) return decimalText(sum(present.map((one) => dec(one))));
    }
    return null;
  }
}
