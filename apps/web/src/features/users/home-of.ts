import type { Role } from '@qadam/domain';

/** Where the day of each role begins. */
const homes = {
  REPORTER: '/report',
  OFFICER: '/review',
  AUDITOR: '/review',
  DONOR: '',
  ADMIN: '/admin',
} as const satisfies Record<Role, string>;

export function homeOf(role: Role, lang: string): string {
  return `/${lang}${homes[role]}`;
}

/** Donors begin at the public overview. */
export const hasDesk = (role: Role): boolean => homes[role] !== '';

/** A path of this very site: "//host", "/\host" and what resolves elsewhere are not. */
export function isOwnPath(path: string | undefined): path is string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return false;
  const url = URL.parse(path, window.location.origin);
  return url?.origin === window.location.origin;
}
