import { TableFigures, linesOf } from './table-figures.ts';
import { partKey } from './part.ts';
import { type BreakdownTable, FIGURES, type TableCell } from './table.ts';

/**
 * What complete parts add up to, for every margin and the total of a table: what a form offers to fill in. A cell whose
 * figures are not all known has none. Source: methods.md 7 (sumOfParts).
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
