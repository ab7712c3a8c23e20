import { type Maybe, decimalOrNull } from '../values/figure.ts';
import type { Status } from '../progress/status.ts';
import type { Numeric } from '../values/decimal.ts';
import type { AssessmentChange, MovedPost, ReleasedAssessment } from './release.types.ts';
import { statusChange } from './status-change.ts';

/**
 * What a reader may be told of one status between two releases; null: nothing. A moved target or
 * baseline is told instead of the status it moved: a moved goal is no progress. Under another method
 * version up and down are only "changed". What was or is hidden is never named.
 *
 * Source: methods.md 1.11.
 */
export function assessmentChange(
  before: Maybe<ReleasedAssessment>,
  after: Maybe<ReleasedAssessment>,
  sameMethod: boolean,
): AssessmentChange | null {
  const subject = after ?? before;
  if (!subject) return null;
  const item = {
    kind: 'ASSESSMENT' as const,
    level: subject.level,
    subject: subject.subject,
    country: subject.country,
    steps: null,
    cause: null,
    changed: [],
  };
  const from = before?.status ?? null;
  const to = after?.status ?? null;
  const changed = before && after ? movedPosts(before, after) : [];
  if (changed.length > 0) {
    const hidden = from === 'SUPPRESSED' || to === 'SUPPRESSED';
    const told = hidden ? { from: null, to: null } : { from, to };
    return { ...item, ...told, class: 'TARGET_CHANGED', changed };
  }
  const { class: name, steps } = statusChange({ from, to });
  if (name === 'UNCHANGED') return null;
  const told = { ...item, from: to === 'SUPPRESSED' ? null : shown(from), to: shown(to) };
  if (!sameMethod && steps !== null) return { ...told, class: 'STATUS_CHANGED', cause: 'METHOD' };
  return { ...told, class: name, steps };
}

function shown(status: Status | null): Status | null {
  return status === 'SUPPRESSED' ? null : status;
}

function movedPosts(before: ReleasedAssessment, after: ReleasedAssessment): MovedPost[] {
  const posts: Record<MovedPost, boolean> = {
    target: !sameNumber(before.target?.value, after.target?.value),
    targetYear: !sameNumber(before.target?.year, after.target?.year),
    baseline: !sameNumber(before.baseline?.value, after.baseline?.value),
    baselineYear: !sameNumber(before.baseline?.year, after.baseline?.year),
  };
  return (Object.keys(posts) as MovedPost[]).filter((post) => posts[post]);
}

function sameNumber(a: Maybe<Numeric>, b: Maybe<Numeric>): boolean {
  const [before, after] = [decimalOrNull(a), decimalOrNull(b)];
  return before === null || after === null ? before === after : before.equals(after);
}
