import { aboutRoutes } from './routes/about-routes.ts';
import { briefRoutes } from './routes/brief-route.tsx';
import { compareRoutes } from './routes/compare-routes.tsx';
import { listedMoreRoutes } from './routes/more-routes.tsx';
import { publicRoutes } from './routes/public-routes.tsx';

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
