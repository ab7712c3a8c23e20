import type { Role } from './access.ts';

/** What one person does to another's account that a second person has to confirm. */
export const ACCOUNT_ACTS = ['INVITED', 'ROLE', 'PASSWORD', 'EMAIL', 'SECOND_FACTOR'] as const;

/**
 * Checks that a reporter is bound to exactly one area and any other role to none; null if so.
 * Source: domain.md, Users.
 */
export function areaProblem(
  role: Role,
  area: string | null | undefined,
): 'AREA_REQUIRED' | 'AREA_NOT_ALLOWED' | null {
  const isBound = typeof area === 'string' && area !== '';
  if (role === 'REPORTER') return isBound ? null : 'AREA_REQUIRED';
  return isBound ? 'AREA_NOT_ALLOWED' : null;
}

/**
 * Checks that only an officer is limited to areas, and then to at least one: an empty list could be mistaken for no limit.
 * Null if so.
 * Source: domain.md, Users.
 */
export function limitProblem(
  role: Role,
  areas: readonly string[] | null | undefined,
): 'AREA_REQUIRED' | 'AREA_NOT_ALLOWED' | null {
  if (areas == null) return null;
  if (role !== 'OFFICER') return 'AREA_NOT_ALLOWED';
  return areas.length > 0 ? null : 'AREA_REQUIRED';
}

interface Bound {
  readonly role: Role;
  readonly area: string | null;
  readonly areas?: readonly string[] | null;
}

/**
 * May `successor` take over the duties of `leaver`? Only a colleague of the same role and areas, or a donor, who has no duties yet:
 * anyone else would silently lose their own duties.
 */
export function successorProblem(
  leaver: Bound & { readonly id: string },
  successor: Bound & { readonly id: string },
): 'HEIR_IS_SAME' | 'HEIR_HAS_DUTIES' | null {
  if (leaver.id === successor.id) return 'HEIR_IS_SAME';
  if (successor.role === 'DONOR') return null;
  return hasSameBounds(successor, leaver) ? null : 'HEIR_HAS_DUTIES';
}

/** Have two accounts the same role and the same areas, in any order? */
export const hasSameBounds = (one: Bound, other: Bound): boolean =>
  boundsOf(one) === boundsOf(other);

const boundsOf = ({ role, area, areas }: Bound): string =>
  JSON.stringify([role, area, areas == null ? null : [...areas].sort()]);

/**
 * Does an account of this role have to be confirmed by a second person? Those of officers and administrators do: an administrator who
 * could make two such accounts alone could act as both of the people that targets, reviews and withdrawals require.
 * Source: domain.md, Users.
 */
export function needsSecondPerson(role: Role): boolean {
  return role === 'OFFICER' || role === 'ADMIN';
}

/**
 * Does a change give an account new rights? Another role does, and so does a further area for a limited officer: then a second
 * person has to confirm it, if the role needs one. A narrower limit gives no new rights.
 * Source: decision 0073.
 */
export const gainsRights = (before: Bound, after: Bound): boolean =>
  after.role !== before.role ||
  (before.areas != null &&
    (after.areas == null || after.areas.some((area) => !before.areas?.includes(area))));
