import { createMemoryHistory } from '@tanstack/react-router';
import { canonicalPath, languageOf } from './canonical-path.ts';
import type { AppContext } from './context.ts';
import { createAppRouter } from './router.tsx';
import { aboutRoutes } from './routes/about-routes.ts';
import { briefRoutes } from './routes/brief-route.tsx';
import { compareRoutes } from './routes/compare-routes.tsx';
import { listedMoreRoutes } from './routes/more-routes.tsx';
import { publicRoutes } from './routes/public-routes.tsx';

/** A router that only tells which addresses there are: it loads and renders nothing. */
const router = createAppRouter({} as AppContext, createMemoryHistory());

/**
 * The address under which a page is stored. There are endlessly many addresses without a page, and they all look alike,
 * so one for each language stands for all of them: trying such addresses makes no work.
 */
export const storedPath = (url: string): string => canonicalPath(router, url) ?? nowhere(url);

export const isUnknownPath = (url: string): boolean => url === nowhere(url);

function nowhere(url: string): string {
  const lang = languageOf(url);
  return url.split(/[/?#]/)[1] === lang ? `/${lang}/404` : '/404';
}

/** Addresses of the public pages, without their language, as a sitemap lists them; a part like `$code` stands for each object. */
export function publicPaths(): string[] {
  return [
    ...publicRoutes,
    ...listedMoreRoutes,
    ...(aboutRoutes.children ?? []),
    ...(briefRoutes.children ?? []),
    ...(compareRoutes.children ?? []),
  ].flatMap(({ options }) => ('path' in options ? [options.path.replace(/^\/$/, '')] : []));
}
