import { TableFigures, linesOf } from './table-figures.ts';
import { partKey } from './part.ts';
import { type BreakdownTable, FIGURES, type TableCell } from './table.ts';

/**
 * The sums of complete parts, for every margin and the total of a table; a form offers to fill them in. A cell is left out
 * unless all of its figures are known. Source: methods.md 7 (sumOfParts).
 */
export function tableTotals({ axes, additive, cells }: BreakdownTable): TableCell[] {
  const figures = FIGURES[additive].map((figure) => ({
    figure,
    of: new TableFigures(axes, cells, figure),
  }));
  if (figures.length === 0) return [];
  const totals = new Map(linesOf(axes).map(({ total }) => [partKey(total), total]));
  return [...totals.values()].flatMap((part): TableCell[] => {
    const sums = figures.map(({ figure, of }) => [figure, of.sum(part)] as const);
    if (sums.some(([, sum]) => sum === null)) return [];
    const none = { value: null, numerator: null, denominator: null };
    return [{ part, ...none, ...Object.fromEntries(sums) }];
  });
}
