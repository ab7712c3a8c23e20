import type { Cell, CellBook } from './cell-book.ts';
import type { ReleaseTable } from './release-table.ts';

/** The people that a share does not count, at one place: denominator − numerator. */
export interface Others {
  readonly cell: Cell;
  readonly value: number;
  readonly numerator: Cell;
  readonly denominator: Cell;
}

/**
 * The others of every share of a release, where the release has both its counts and one of them is hidden, or the others are few. They
 * are not printed, but follow from both counts, and either count bounds the other.
 * Source: methods.md 2.5, Shares.
 */
export function othersIn(
  book: CellBook,
  { cells, hidden, cover }: ReleaseTable,
): readonly Others[] {
  const { shares } = book.frame;
  const isHidden = ({ key }: Cell) => hidden.has(key) || cover?.has(key) === true;
  if (!shares || shares.length === 0) return [];
  return [...cells].flatMap(([key, counted]) => {
    const numerator = book.cell(key);
    return shares
      .filter((share) => share.numerator === numerator.count)
      .flatMap((share) => {
        const denominator = book.ofCount(numerator, share.denominator);
        const all = cells.get(denominator.key);
        if (all === undefined || all < counted) return [];
        const cell = book.ofCount(numerator, share.others);
        const value = all - counted;
        const matters = isHidden(numerator) || isHidden(denominator) || book.isGuarded(cell, value);
        return matters ? [{ cell, value, numerator, denominator }] : [];
      });
  });
}
