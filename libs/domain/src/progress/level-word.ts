import { type Decimal, type Numeric, dec, round, settle } from '../values/decimal.ts';
import { type Maybe, decimalOrNull } from '../values/figure.ts';
import type { LevelWord } from './level-words.ts';

// Levels have 4 decimals: one of exactly a third arrives as 0.3333.
const printed = (x: Decimal): Decimal => round(settle(x), 4);
const third = (n: number): Decimal => printed(dec(n).div(3));

/**
 * The word for how far an action, a law or a number is. `coverage` is the share of it that is known; if that is less than
 * half, the word is PARTLY_KNOWN, whatever the level. Thirds are told by the level as it is printed, with 4 decimals. The
 * first match decides. Source: methods.md 1.5 step 3.
 */
export function levelWord(level: Maybe<Numeric>, coverage: Numeric): LevelWord {
  const reached = decimalOrNull(level);
  const known = settle(dec(coverage));
  if (reached === null || known.isZero()) return 'NOT_KNOWN';
  if (known.lessThan('0.5')) return 'PARTLY_KNOWN';
  const share = settle(reached);
  if (share.equals(1) && known.equals(1)) return 'DONE';
  if (printed(share).greaterThanOrEqualTo(third(2))) return 'MOSTLY_DONE';
  if (printed(share).greaterThanOrEqualTo(third(1))) return 'UNDER_WAY';
  return share.greaterThan(0) ? 'BEGUN' : 'NOT_BEGUN';
}
