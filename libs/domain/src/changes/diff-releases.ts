import { compareNatural } from '../values/natural-order.ts';
import { levelChange } from '../progress/level-change.ts';
import type { Maybe } from '../values/figure.ts';
import type { Numeric } from '../values/decimal.ts';
import { assessmentChanges } from './assessment-change.ts';
import { difference, plain } from './difference.ts';
import { inOrder } from './order-of-changes.ts';
import type {
  ActionChange,
  CellChange,
  DiffReleasesInput,
  ReleasedAction,
  ReleasedAssessment,
  ReleasedCell,
  ReleaseDiff,
} from './release.types.ts';

/** A cell as a reader of one release sees it; a number stays as it was given. */
type Side = 'NONE' | 'HIDDEN' | { given: Numeric };

/**
 * The published change of one cell between two releases; null where there is none.
 *
 *   from \ to   none               shown                  hidden
 *   none        –                  NEW (to)               NEW, hidden
 *   shown       WITHDRAWN (from)   equal: –, else REVISED NOW_HIDDEN, no old value
 *   hidden      WITHDRAWN, hidden  NOW_SHOWN (to)         –, whatever happened inside
 *
 * change = to − from and relative = change/|from|, 4 decimals, half away from zero; relative is null if
 * from is 0; both are null when the definition changed, because values of two definitions are not
 * subtracted. from and to as given. Equal texts are equal without being read as numbers.
 *
 * Source: methods.md 1.11.
 */
function cellChange(
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
    return item('NOW_SHOWN', key, { to: numberOf(to) });
  }
  if (from === 'NONE') return to === 'NONE' ? null : item('NEW', key, { to: numberOf(to) });
  if (to === 'NONE') return item('WITHDRAWN', key, { from: numberOf(from) });
  if (from.given === to.given) return null;
  const moved = difference(from.given, to.given);
  if (!moved) return null;
  const reason = after?.reason ?? null;
  const ends = { from: numberOf(from), to: numberOf(to), reason };
  return item('REVISED', key, reason === 'DEFINITION' ? ends : { ...ends, ...moved });
}

function sideOf(cell: Maybe<ReleasedCell>): Side {
  if (cell?.status === 'Q') return 'HIDDEN';
  return cell?.value == null ? 'NONE' : { given: cell.value };
}

/** The given number, for a change, never −0; throws for text that is no number. */
function numberOf({ given }: { given: Numeric }): number {
  return Number(plain(given)) + 0;
}

function item(name: CellChange['class'], key: string, rest: Partial<CellChange>): CellChange {
  const nothing = { from: null, to: null, change: null, relative: null, reason: null };
  return { kind: 'CELL', class: name, key, hidden: false, ...nothing, ...rest };
}

/**
 * The published change of an action's level between two releases that assess by the same method: forward
 * or back by the parts known in both, else the parts newly known or no longer known. Null: no change.
 *
 * Source: methods.md 1.5a, 1.11.
 */
function actionChange(
  before: Maybe<ReleasedAction>,
  after: Maybe<ReleasedAction>,
): ActionChange | null {
  const about = after ?? before;
  if (!about) return null;
  const state = (side: Maybe<ReleasedAction>) => ({ methodVersion: '', parts: side?.parts ?? [] });
  const change = levelChange({ from: state(before), to: state(after) });
  const { class: name, points, newlyKnown, noLongerKnown } = change;
  if (name === 'UNCHANGED' || name === 'METHOD_CHANGED') return null;
  const moved = name === 'FORWARD' || name === 'BACK';
  return {
    kind: 'ACTION',
    class: name,
    subject: about.action,
    country: about.country,
    fromWord: before?.word ?? null,
    toWord: after?.word ?? null,
    fromPercent: before?.percent ?? null,
    toPercent: after?.percent ?? null,
    points: moved ? points : null,
    parts: name === 'NEWLY_KNOWN' ? newlyKnown : name === 'NO_LONGER_KNOWN' ? noLongerKnown : [],
  };
}

/**
 * What changed between two releases, in the order of the list, e-mails and feeds, which
 * are all made from this and never from working data. A hidden cell carries no value, direction, size
 * or reason. Levels of actions are only compared if the method is the same; `methodChanged` says once for the release
 * that it is not. A revision without a reason is a problem, which stops the release. Both releases must be
 * complete; cells and assessments are matched by key, values by number (20 and 20.0 are equal).
 *
 * Source: methods.md 1.5a, 1.11.
 */
export function diffReleases({ from, to }: DiffReleasesInput): ReleaseDiff {
  const cells = [...paired(from.cells, to.cells, ({ key }) => key)].map(([key, before, after]) => ({
    before,
    after,
    change: cellChange(key, before, after),
  }));
  const cellItems = cells.flatMap(({ change }) => change ?? []);
  const sameMethod = from.methodVersion === to.methodVersion;
  const assessmentItems = [...paired(from.assessments, to.assessments, assessmentKey)].flatMap(
    ([, before, after]) => assessmentChanges(before, after, sameMethod),
  );
  const actionItems = sameMethod
    ? [...paired(from.actions ?? [], to.actions ?? [], actionKey)].flatMap(
        ([, before, after]) => actionChange(before, after) ?? [],
      )
    : [];
  const unchanged = cells.filter(({ change }) => change === null);
  return {
    items: inOrder([...actionItems, ...assessmentItems, ...cellItems]),
    counts: { ...countClasses(cellItems), UNCHANGED: unchanged.length },
    confirmed: unchanged.filter(isConfirmed).length,
    problems: cellItems
      .filter((item) => item.class === 'REVISED' && item.reason === null)
      .map(({ key }) => ({ code: 'REASON_MISSING' as const, key }))
      .sort((a, b) => compareNatural(a.key, b.key)),
    methodChanged: !sameMethod,
  };
}

function* paired<T>(
  from: readonly T[],
  to: readonly T[],
  keyOf: (side: T) => string,
): Generator<[key: string, before: T | undefined, after: T | undefined]> {
  const before = new Map(from.map((side) => [keyOf(side), side]));
  const after = new Map(to.map((side) => [keyOf(side), side]));
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    yield [key, before.get(key), after.get(key)];
  }
}

function assessmentKey({ level, subject, country }: ReleasedAssessment): string {
  return [level, subject, country].join('|');
}

function actionKey({ action, country }: ReleasedAction): string {
  return `${action}|${country}`;
}

/** Did a provisional value become final without a change? */
function isConfirmed(sides: { before: ReleasedCell | undefined; after: ReleasedCell | undefined }) {
  const { before, after } = sides;
  return before?.value != null && before.status === 'P' && after?.status === 'A';
}

function countClasses(items: readonly CellChange[]): Record<CellChange['class'], number> {
  const counts = { NEW: 0, REVISED: 0, WITHDRAWN: 0, NOW_HIDDEN: 0, NOW_SHOWN: 0 };
  for (const item of items) counts[item.class] += 1;
  return counts;
}
