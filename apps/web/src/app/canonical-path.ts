import type { AnyRouter } from '@tanstack/react-router';
import { isLanguage, type Language } from '@qadam/i18n';
import { parseSearch, stringifySearch, type Search } from './search.ts';

type Router = Pick<AnyRouter, 'getMatchedRoutes'>;

/** Is there a page for this address? The object that the page is about may still be missing: only the API knows that. */
export function exists(router: Router, path: string): boolean {
  const [, params, route] = router.getMatchedRoutes(path);
  if (route === undefined) return false;
  const { lang } = params;
  // `/` redirects to a language and is no page itself
  if (lang === undefined ? route.path === '/' : !isLanguage(lang)) return false;
  // `**` is the rest of the address, which the nearest route did not match
  return route.path === '/' || params['**'] === undefined;
}

/**
 * The address under which a public page is stored: without parameters that the page does not know, the others in a
 * fixed order. For a desk, the path alone; null if there is no page.
 */
export function canonicalPath(router: Router, url: string): string | null {
  const [path = '/', search = ''] = url.split('#', 1)[0]?.split('?', 2) ?? [];
  if (!exists(router, path)) return null;
  const [routes] = router.getMatchedRoutes(path);
  if (routes.some(({ options }) => options.staticData?.desk)) return path;
  const keep = routes.at(-1)?.options.validateSearch as ((search: Search) => Search) | undefined;
  return path + stringifySearch(keep?.(parseSearch(search)) ?? {});
}

/** The language of an address: its first part, or a parameter if the first part is `embed`. */
export function languageOf(url: string): Language {
  const [, first] = url.split(/[/?#]/);
  const asked = first === 'embed' ? parseSearch(url.split('?')[1] ?? '')['lang'] : first;
  return isLanguage(asked) ? asked : 'en';
}
