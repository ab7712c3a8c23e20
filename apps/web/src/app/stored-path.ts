import { createMemoryHistory } from '@tanstack/react-router';
import { canonicalPath, languageOf } from './canonical-path.ts';
import type { AppContext } from './context.ts';
import { createAppRouter } from './router.tsx';
import { aboutRoutes } from './routes/about-routes.ts';
import { briefRoutes } from './routes/brief-route.tsx';
import { compareRoutes } from './routes/compare-routes.tsx';
import { listedMoreRoutes } from './routes/more-routes.tsx';
import { publicRoutes } from './routes/public-routes.tsx';

/** Asked for nothing but which addresses there are: it loads and renders nothing. */
const router = createAppRouter({} as AppContext, createMemoryHistory());

/**
 * The address under which a page is stored. Those that lead nowhere are endless and look alike: in each language one
 * stands for all of them, so that who tries them makes no work.
 */
export const storedPath = (url: string): string => canonicalPath(router, url) ?? nowhere(url);

export const isUnknownPath = (url: string): boolean => url === nowhere(url);

function nowhere(url: string): string {
  const lang = languageOf(url);
  return url.split(/[/?#]/)[1] === lang ? `/${lang}/404` : '/404';
}

/** Addresses of the public pages below the language, `$code` where a page stands for each object: what a sitemap lists. */
export function publicPaths(): string[] {
  return [
    ...publicRoutes,
    ...listedMoreRoutes,
    ...(aboutRoutes.children ?? []),
    ...(briefRoutes.children ?? []),
    ...(compareRoutes.children ?? []),
  ].flatMap(({ options }) => ('path' in options ? [options.path.replace(/^\/$/, '')] : []));
}
