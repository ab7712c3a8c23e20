import type { AnyRouter } from '@tanstack/react-router';
import { isLanguage } from '@qadam/i18n';

/** Does a page answer this address? What the page names may be absent all the same: that takes asking for it. */
export function exists(router: Pick<AnyRouter, 'getMatchedRoutes'>, path: string): boolean {
  const [, params, route] = router.getMatchedRoutes(path);
  if (route === undefined) return false;
  const { lang } = params;
  // `/` leads to a language and is no page itself
  if (lang === undefined ? route.path === '/' : !isLanguage(lang)) return false;
  // what is left over of the address when the nearest route was found
  return route.path === '/' || params['**'] === undefined;
}
