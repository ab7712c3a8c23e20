import type { Role } from '@qadam/domain';

/** The page at which each role begins its day. */
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

/** Has this role a desk? Donors have none, and begin at the public overview. */
export const hasDesk = (role: Role): boolean => homes[role] !== '';

/** Is this a path of this site? "//host", "/\host" and what else resolves to another site are not. */
export function isOwnPath(path: string | undefined): path is string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return false;
  const url = URL.parse(path, window.location.origin);
  return url?.origin === window.location.origin;
}
