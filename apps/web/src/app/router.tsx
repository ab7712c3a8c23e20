import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import type { AppContext } from './context.ts';
import { Failure } from './failure.tsx';
import { NotFound } from './not-found.tsx';
import { aboutRoutes } from './routes/about-routes.ts';
import { briefRoutes } from './routes/brief-route.tsx';
import { compareRoutes } from './routes/compare-routes.tsx';
import { deskRoutes } from './routes/desk-routes.ts';
import { embedRoute } from './routes/embed-route.tsx';
import { moreRoutes } from './routes/more-routes.tsx';
import { publicRoutes } from './routes/public-routes.tsx';
import { homeRoute, languageRoute, rootRoute } from './routes/root-route.tsx';
import { parseSearch, stringifySearch } from './search.ts';

const routeTree = rootRoute.addChildren([
  homeRoute,
  embedRoute,
  languageRoute.addChildren([
    ...publicRoutes,
    moreRoutes,
    aboutRoutes,
    briefRoutes,
    compareRoutes,
    deskRoutes,
  ]),
]);

export function createAppRouter(context: AppContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    ...(history ? { history } : {}),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: false,
  });
}
export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
