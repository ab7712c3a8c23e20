import type { AnyRouter } from '@tanstack/react-router';
import { isLanguage } from '@qadam/i18n';

/** Does a page answer this address? What the page names may be absent all the same: that takes asking for it. */
export function exists(router: Pick<AnyRouter, 'getMatchedRoutes'>, path: string): boolean {
  const [, first] = path.split('/');
  if (first !== 'embed' && !isLanguage(first)) return false;
  const [, params, route] = router.getMatchedRoutes(path);
  // what is left over of the address when the nearest route was found
  return route !== undefined && (route.path === '/' || params['**'] === undefined);
}
