import type { Role } from './access.ts';

/**
 * Which area an account is bound to: a reporter to exactly one, nobody else to any; null where that holds.
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
 * May `heir` take over what `leaver` does? Whoever does something else would stop doing it, and nobody would notice: so only a
 * colleague of the same role and area, or a donor, who does nothing here.
 */
export function heirProblem(
  leaver: { readonly id: string; readonly role: Role; readonly area: string | null },
  heir: { readonly id: string; readonly role: Role; readonly area: string | null },
): 'HEIR_IS_SAME' | 'HEIR_HAS_DUTIES' | null {
  if (leaver.id === heir.id) return 'HEIR_IS_SAME';
  if (heir.role === 'DONOR') return null;
  return heir.role === leaver.role && heir.area === leaver.area ? null : 'HEIR_HAS_DUTIES';
}

/**
 * Does an account of this role have to be confirmed by a second person? Those who review and publish do, and those who make
 * accounts: an administrator with two such accounts would be both of the two people that targets, reviews and withdrawals ask for.
 * Source: domain.md, Users.
 */
export function needsSecondPerson(role: Role): boolean {
  return role === 'OFFICER' || role === 'ADMIN';
}
