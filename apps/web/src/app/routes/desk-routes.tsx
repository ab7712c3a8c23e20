import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addCatalog } from '../i18n.ts';
import { deskHead } from '../page-head.ts';
import { parseSearch } from '../search.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { languageRoute } from './root-route.tsx';

/** Signed-in pages: documents of their own, with a nonce and without data from the server. Links to and from them are full loads. */
const deskRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'desk',
  staticData: { desk: true },
  component: DeskFrame,
  beforeLoad: async ({ context }) => {
    await Promise.all([addCatalog(context.i18n, 'desk'), addCatalog(context.i18n, 'problems')]);
  },
});

const signInRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/sign-in',
  staticData: { module: 'src/pages/sign-in-page.tsx' },
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    // a path of this site only: no scheme, no host
    typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next'])
      ? { next: search['next'] }
      : {},
  component: lazyRouteComponent(() => import('../../pages/sign-in-page.tsx'), 'SignInPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.signIn')),
});

const keepText = (search: Record<string, unknown>): Record<string, string> =>
  parseSearch(new URLSearchParams(search as Record<string, string>).toString());

const reportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/report',
  staticData: { module: 'src/pages/report-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/report-page.tsx'), 'ReportPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.report')),
});

const returnFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/report/$iso3/$cycle',
  staticData: { module: 'src/pages/return-form-page.tsx' },
  validateSearch: keepText,
  component: lazyRouteComponent(() => import('../../pages/return-form-page.tsx'), 'ReturnFormPage'),
  head: ({ match, params }) =>
    deskHead(
      match.context,
      `${match.context.i18n.t('nav.report')} · ${params.iso3} ${params.cycle}`,
    ),
});

const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/review',
  staticData: { module: 'src/pages/review-page.tsx' },
  validateSearch: keepText,
  component: lazyRouteComponent(() => import('../../pages/review-page.tsx'), 'ReviewPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.review')),
});

const targetsPage = lazyRouteComponent(() => import('../../pages/targets-page.tsx'), 'TargetsPage');
const targetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/targets',
  staticData: { module: 'src/pages/targets-page.tsx' },
  validateSearch: keepText,
  component: targetsPage,
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.targets')),
});
const countryTargetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/targets/$iso3',
  staticData: { module: 'src/pages/targets-page.tsx' },
  validateSearch: keepText,
  component: targetsPage,
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.targets')),
});

const publishRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/publish',
  staticData: { module: 'src/pages/publish-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/publish-page.tsx'), 'PublishPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.publish')),
});

const qualityRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/quality',
  staticData: { module: 'src/pages/quality-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/quality-page.tsx'), 'QualityPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.quality')),
});

export const deskRoutes = deskRoute.addChildren([
  signInRoute,
  reportRoute,
  returnFormRoute,
  reviewRoute,
  targetsRoute,
  countryTargetsRoute,
  publishRoute,
  qualityRoute,
]);
