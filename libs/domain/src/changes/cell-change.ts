import { type Maybe, asGiven, decimalOrNull, figure } from '../values/figure.ts';
import type { Decimal } from '../values/decimal.ts';
import type { CellChange, ReleasedCell } from './release.types.ts';

/** A cell as a reader of one release sees it. */
type Side = 'NONE' | 'HIDDEN' | Decimal;

/**
 * The published change of one cell between two releases; null where there is none.
 *
 *   from \ to   none               shown                  hidden
 *   none        –                  NEW (to)               NEW, hidden
 *   shown       WITHDRAWN (from)   equal: –, else REVISED NOW_HIDDEN, no old value
 *   hidden      WITHDRAWN, hidden  NOW_SHOWN (to)         –, whatever happened inside
 *
 * change = to − from and relative = change/|from|, 4 decimals, half away from zero; relative null from
 * 0; both null when the definition changed, for two definitions are not subtracted. from and to as given.
 *
 * Source: methods.md 1.11.
 */
export function cellChange(
  key: string,
  before: Maybe<ReleasedCell>,
  after: Maybe<ReleasedCell>,
): CellChange | null {
  const from = sideOf(before);
  const to = sideOf(after);
  if (from === to) return null;
  if (to === 'HIDDEN') return item(from === 'NONE' ? 'NEW' : 'NOW_HIDDEN', key, { hidden: true });
  if (from === 'HIDDEN') {
    if (to === 'NONE') return item('WITHDRAWN', key, { hidden: true });
    return item('NOW_SHOWN', key, { to: asGiven(to) });
  }
  if (from === 'NONE') return to === 'NONE' ? null : item('NEW', key, { to: asGiven(to) });
  if (to === 'NONE') return item('WITHDRAWN', key, { from: asGiven(from) });
  return from.equals(to) ? null : revised(key, from, to, after?.reason ?? null);
}

function revised(
  key: string,
  from: Decimal,
  to: Decimal,
  reason: CellChange['reason'],
): CellChange {
  const ends = { from: asGiven(from), to: asGiven(to), reason };
  if (reason === 'DEFINITION') return item('REVISED', key, ends);
  const change = to.minus(from);
  const relative = from.isZero() ? null : figure(change.div(from.abs()));
  return item('REVISED', key, { ...ends, change: figure(change), relative });
}

function sideOf(cell: Maybe<ReleasedCell>): Side {
  if (cell?.status === 'Q') return 'HIDDEN';
  return decimalOrNull(cell?.value) ?? 'NONE';
}

function item(name: CellChange['class'], key: string, rest: Partial<CellChange>): CellChange {
  const nothing = { from: null, to: null, change: null, relative: null, reason: null };
  return { kind: 'CELL', class: name, key, hidden: false, ...nothing, ...rest };
}
