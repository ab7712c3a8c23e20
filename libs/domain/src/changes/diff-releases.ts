import { compareNatural } from '../values/natural-order.ts';
import { actionChange } from './action-change.ts';
import { assessmentChanges } from './assessment-change.ts';
import { cellChange } from './cell-change.ts';
import { compareChanges } from './order-of-changes.ts';
import type {
  CellChange,
  DiffReleasesInput,
  ReleaseDiff,
  ReleasedAction,
  ReleasedAssessment,
  ReleasedCell,
} from './release.types.ts';

/**
 * What changed between two releases, in the order of the list, e-mails and feeds, which
 * are all made from this and never from working data. A hidden cell carries no value, direction, size
 * or reason. How far actions are is compared within one method only; that the method changed is listed once for
 * the release. A revision without a reason is a problem, which stops the release. Both releases must be
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
    items: [...actionItems, ...assessmentItems, ...cellItems].sort(compareChanges),
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

/** A provisional value that became final as it was. */
function isConfirmed(sides: { before: ReleasedCell | undefined; after: ReleasedCell | undefined }) {
  const { before, after } = sides;
  return before?.value != null && before.status === 'P' && after?.status === 'A';
}

function countClasses(items: readonly CellChange[]): Record<CellChange['class'], number> {
  const counts = { NEW: 0, REVISED: 0, WITHDRAWN: 0, NOW_HIDDEN: 0, NOW_SHOWN: 0 };
  for (const item of items) counts[item.class] += 1;
  return counts;
}
