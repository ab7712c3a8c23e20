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

/** One @ with something on both sides, at most 254 characters (RFC 5321): only a mail that arrives proves more. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text);
}
