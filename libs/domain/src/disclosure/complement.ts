import type { Cell, CellIndex } from './cell-index.ts';
import type { ReleaseTable } from './release-table.ts';

/** The people that a share does not count, at one place: denominator − numerator. */
export interface Complement {
  readonly cell: Cell;
  readonly value: number;
  readonly numerator: Cell;
  readonly denominator: Cell;
}

/**
 * The complement of every share of a release that has both its counts, if one of the counts is hidden or the complement itself
 * has to be guarded. Complements are not printed, but follow from both counts, and each count bounds the other.
 * Source: methods.md 2.5, Shares.
 */
export function othersIn(
  cellIndex: CellIndex,
  { cells, hidden, cover }: ReleaseTable,
): readonly Complement[] {
  const { shares } = cellIndex.frame;
  const isHidden = ({ key }: Cell) => hidden.has(key) || cover?.has(key) === true;
  if (!shares || shares.length === 0) return [];
  return [...cells].flatMap(([key, counted]) => {
    const numerator = cellIndex.cell(key);
    return shares
      .filter((share) => share.numerator === numerator.count)
      .flatMap((share) => {
        const denominator = cellIndex.ofCount(numerator, share.denominator);
        const all = cells.get(denominator.key);
        if (all === undefined || all < counted) return [];
        const cell = cellIndex.ofCount(numerator, share.others);
        const value = all - counted;
        const matters =
          isHidden(numerator) || isHidden(denominator) || cellIndex.isGuarded(cell, value);
        return matters ? [{ cell, value, numerator, denominator }] : [];
      });
  });
}
