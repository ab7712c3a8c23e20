import { TEXT_LANGUAGES } from '../framework/text-languages.ts';

/** The part of an address that follows the language, for pages that only signed-in people see. */
const SIGNED_IN_PAGES = [
  'account',
  'admin',
  'following',
  'framework',
  'import',
  'publish',
  'report',
  'review',
  'sign-in',
  'targets',
  'unsubscribe',
  'values',
] as const;

export const MAX_VIEWS = 50;
const MAX_NAME_LENGTH = 80;
const MAX_PATH_LENGTH = 500;

const ADDRESS = new RegExp(`^/(?:${TEXT_LANGUAGES.join('|')})(?:/([^/?#]*))?(?:[/?#]|$)`);

type ViewProblem = 'VIEW_NAME_MISSING' | 'VIEW_NAME_TOO_LONG' | 'VIEW_NOT_PUBLIC';

/** The typed name of a view as it is stored: trimmed, with single spaces. */
export const viewName = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

export function viewNameProblem(typed: string): ViewProblem | null {
  const name = viewName(typed);
  if (name === '') return 'VIEW_NAME_MISSING';
  return name.length > MAX_NAME_LENGTH ? 'VIEW_NAME_TOO_LONG' : null;
}

/**
 * Why `path` cannot be saved as a view; null if it can. It must be the path of a public page of this site: beginning with one of the
 * six languages, in printable ASCII as browsers write it, without a host (`//…`), a backslash, which some browsers read as a slash,
 * or a step up (`/..`).
 */
export function viewPathProblem(path: string): ViewProblem | null {
  const found = ADDRESS.exec(path);
  const own =
    found !== null &&
    path.length <= MAX_PATH_LENGTH &&
    /^[!-~]+$/.test(path) &&
    !/\\|\/\/|\/\.{1,2}(?:[/?#]|$)/.test(path.split(/[?#]/, 1)[0] ?? '');
  const closed = SIGNED_IN_PAGES.some((one) => one === found?.[1]);
  return own && !closed ? null : 'VIEW_NOT_PUBLIC';
}
