import { type Maybe, decimalOrNull } from '../values/figure.ts';
import type { Status } from '../progress/status.ts';
import type { Numeric } from '../values/decimal.ts';
import type {
  AssessmentChange,
  AssessmentChangeClass,
  MovedPlanField,
  ReleasedAssessment,
} from './release.types.ts';
import { statusChange } from './status-change.ts';

/** Changes that are not listed if the target or baseline moved too: a moved goal is no progress. */
const LEFT_OUT: readonly AssessmentChangeClass[] = ['STATUS_UP', 'STATUS_DOWN', 'STATUS_CHANGED'];

/**
 * The published changes of one assessment between two releases: that its target or baseline moved, and
 * what happened to its status. If the target moved, up, down and "changed" are left out; that an indicator
 * is now assessed, or hidden, is listed even then. If the method version differs, up and down are only
 * "changed". A status that was or is hidden is never named.
 *
 * Source: methods.md 1.11.
 */
export function assessmentChanges(
  before: Maybe<ReleasedAssessment>,
  after: Maybe<ReleasedAssessment>,
  sameMethod: boolean,
): AssessmentChange[] {
  const subject = after ?? before;
  if (!subject) return [];
  const item = {
    kind: 'ASSESSMENT' as const,
    level: subject.level,
    subject: subject.subject,
    country: subject.country,
    steps: null,
    cause: null,
    changed: [],
  };
  const moved = before && after ? goalChange(before, after, item) : null;
  const status = statusItem(before?.status ?? null, after?.status ?? null, item, sameMethod);
  if (!moved) return status ? [status] : [];
  return status && !LEFT_OUT.includes(status.class) ? [moved, status] : [moved];
}

type Item = Omit<AssessmentChange, 'class' | 'from' | 'to'>;

function goalChange(
  before: ReleasedAssessment,
  after: ReleasedAssessment,
  item: Item,
): AssessmentChange | null {
  const changed = movedPlanFields(before, after);
  if (changed.length === 0) return null;
  const hidden = before.status === 'SUPPRESSED' || after.status === 'SUPPRESSED';
  const change = hidden ? { from: null, to: null } : { from: before.status, to: after.status };
  return { ...item, ...change, class: 'TARGET_CHANGED', changed };
}

function statusItem(
  from: Status | null,
  to: Status | null,
  item: Item,
  sameMethod: boolean,
): AssessmentChange | null {
  const { class: name, steps } = statusChange({ from, to });
  if (name === 'UNCHANGED') return null;
  const change = { ...item, from: to === 'SUPPRESSED' ? null : shown(from), to: shown(to) };
  if (!sameMethod && steps !== null) return { ...change, class: 'STATUS_CHANGED', cause: 'METHOD' };
  return { ...change, class: name, steps };
}

function shown(status: Status | null): Status | null {
  return status === 'SUPPRESSED' ? null : status;
}

function movedPlanFields(before: ReleasedAssessment, after: ReleasedAssessment): MovedPlanField[] {
  const moved: Record<MovedPlanField, boolean> = {
    target: !sameNumber(before.target?.value, after.target?.value),
    targetYear: !sameNumber(before.target?.year, after.target?.year),
    baseline: !sameNumber(before.baseline?.value, after.baseline?.value),
    baselineYear: !sameNumber(before.baseline?.year, after.baseline?.year),
  };
  return (Object.keys(moved) as MovedPlanField[]).filter((field) => moved[field]);
}

function sameNumber(a: Maybe<Numeric>, b: Maybe<Numeric>): boolean {
  const [before, after] = [decimalOrNull(a), decimalOrNull(b)];
  return before === null || after === null ? before === after : before.equals(after);
}
