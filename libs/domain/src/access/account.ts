import type { Role } from './access.ts';

/**
 * A reporter is bound to exactly one area and every other role to none; null where that holds.
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
 * May `successor` take over the duties of `leaver`? Only a colleague of the same role and area, or a donor, who has no duties yet: anyone
 * else would silently lose their own.
 */
export function successorProblem(
  leaver: { readonly id: string; readonly role: Role; readonly area: string | null },
  successor: { readonly id: string; readonly role: Role; readonly area: string | null },
): 'HEIR_IS_SAME' | 'HEIR_HAS_DUTIES' | null {
  if (leaver.id === successor.id) return 'HEIR_IS_SAME';
  if (successor.role === 'DONOR') return null;
  return successor.role === leaver.role && successor.area === leaver.area
    ? null
    : 'HEIR_HAS_DUTIES';
}

/**
 * Does an account of this role have to be confirmed by a second person? Officers and administrators do: with two such accounts of
 * their own, one administrator could act as both people that targets, reviews and withdrawals require.
 * Source: domain.md, Users.
 */
export function needsSecondPerson(role: Role): boolean {
  return role === 'OFFICER' || role === 'ADMIN';
}
