import type { CellHit } from '../validation/check-cell.types.ts';
import { error } from '../validation/cell-hit.ts';
import { sumOfParts } from '../validation/sum-of-parts.ts';
import { type Part, partKey } from './part.ts';
import { TableFigures, linesOf, partsOf } from './table-figures.ts';
import { type BreakdownTable, type Figure, FIGURES } from './table.ts';

export interface TableHit {
  /** The total or margin that does not match its parts. */
  part: Part;
  hit: CellHit;
}

const CODES = {
  value: 'PARTS_DIFFER',
  numerator: 'NUMERATORS_DIFFER',
  denominator: 'DENOMINATORS_DIFFER',
} as const satisfies Record<Figure, string>;

/**
 * Do the parts add up? Every row and column to its margin, and the margins to the total: by `sumOfParts`, exact and
 * without tolerance. An empty margin counts as the sum of its parts, once all of them are there. A total is
 * reported once, however many of its lines contradict it. Source: methods.md 7 (sumOfParts).
 */
export function checkTable({ axes, additive, cells }: BreakdownTable): TableHit[] {
  return FIGURES[additive].flatMap((figure) => {
    const figures = new TableFigures(axes, cells, figure);
    const wrong = linesOf(axes).flatMap((line): [string, TableHit][] => {
      const { total: part } = line;
      const total = figures.entered(part);
      // an empty total contradicts nothing; leaving here saves work, because in a large table few are entered
      if (total === null) return [];
      const { result, sum } = sumOfParts({
        parts: partsOf(line).map((one) => figures.best(one)),
        total,
      });
      if (result !== 'ERROR') return [];
      return [[partKey(part), { part, hit: error('sumOfParts', CODES[figure], { sum, total }) }]];
    });
    return [...new Map(wrong).values()];
  });
}
