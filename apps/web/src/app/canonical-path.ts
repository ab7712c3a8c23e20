import type { AnyRouter } from '@tanstack/react-router';
import { isLanguage, type Language } from '@qadam/i18n';
import { parseSearch, stringifySearch, type Search } from './search.ts';

type Router = Pick<AnyRouter, 'getMatchedRoutes'>;

/** Does a page answer this address? What the page names may be absent all the same: that takes asking for it. */
export function exists(router: Router, path: string): boolean {
  const [, params, route] = router.getMatchedRoutes(path);
  if (route === undefined) return false;
  const { lang } = params;
  // `/` leads to a language and is no page itself
  if (lang === undefined ? route.path === '/' : !isLanguage(lang)) return false;
  // what is left over of the address when the nearest route was found
  return route.path === '/' || params['**'] === undefined;
}

/**
 * The address under which a public page is stored: without parameters the page does not know, the others in one order. Of a
 * desk the path alone; null where no page answers.
 */
export function canonicalPath(router: Router, url: string): string | null {
  const [path = '/', search = ''] = url.split('#', 1)[0]?.split('?', 2) ?? [];
  if (!exists(router, path)) return null;
  const [routes] = router.getMatchedRoutes(path);
  if (routes.some(({ options }) => options.staticData?.desk)) return path;
  const keep = routes.at(-1)?.options.validateSearch as ((search: Search) => Search) | undefined;
  return path + stringifySearch(keep?.(parseSearch(search)) ?? {});
}

/** The language of an address: its first part, or a parameter where the first part is `embed`. */
export function languageOf(url: string): Language {
  const [, first] = url.split(/[/?#]/);
  const asked = first === 'embed' ? parseSearch(url.split('?')[1] ?? '')['lang'] : first;
  return isLanguage(asked) ? asked : 'en';
}
