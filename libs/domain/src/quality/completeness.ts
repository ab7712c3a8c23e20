import type {
  Assignment,
  Completeness,
  DataQualityInput,
  QualityView,
} from './data-quality.types.ts';
import { shareOf } from './share.ts';

export const ASSIGNMENT_CLASSES = [
  'notApplicable',
  'reported',
  'explained',
  'overdue',
  'notDue',
] as const;
export type AssignmentClass = (typeof ASSIGNMENT_CLASSES)[number];
type Circumstances = Pick<DataQualityInput, 'cycle' | 'day' | 'view'>;

/**
 * The class of an assignment, the first that fits: notApplicable; reported, with a value or hidden by
 * anybody (a reader sees Q in both cases); explained; overdue or not yet due. A report that was sent back
 * or is a draft does not count as given. Source: methods.md 1.12.
 */
export function classOf(assignment: Assignment, circumstances: Circumstances): AssignmentClass {
  const { hasValue, missingReason } = assignment;
  if (isGiven(assignment, circumstances.view)) {
    if (!hasValue && missingReason === 'NOT_APPLICABLE') return 'notApplicable';
    if (hasValue || isHidden(assignment)) return 'reported';
    if (missingReason === 'NOT_COLLECTED' || missingReason === 'NOT_SHARED') return 'explained';
  }
  // Calendar days compare as text.
  return circumstances.day > circumstances.cycle.due ? 'overdue' : 'notDue';
}

/** Is the value hidden, by disclosure control or by the ministry? */
export function isHidden({ hidden, missingReason }: Assignment): boolean {
  return hidden === true || missingReason === 'SUPPRESSED';
}

/** How much of what was asked for has been reported. Shares have 4 decimals. Source: methods.md 1.12. */
export function completenessOf(
  assignments: readonly Assignment[],
  circumstances: Circumstances,
): Completeness {
  const counts = { notApplicable: 0, reported: 0, explained: 0, overdue: 0, notDue: 0 };
  for (const assignment of assignments) counts[classOf(assignment, circumstances)] += 1;
  const assigned = assignments.length - counts.notApplicable;
  return {
    assigned,
    ...counts,
    share: shareOf(counts.reported, assigned),
    answered: shareOf(counts.reported + counts.explained, assigned),
  };
}

function isGiven({ state }: Assignment, view: QualityView): boolean {
  return (
    state === 'PUBLISHED' || (view === 'WORKING' && (state === 'SUBMITTED' || state === 'APPROVED'))
  );
}
