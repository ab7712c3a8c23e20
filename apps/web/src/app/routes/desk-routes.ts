import { createRoute } from '@tanstack/react-router';
import type { TextKey } from '@qadam/i18n';
import type { DeskPage } from '../desk-pages.ts';
import { lazyPage } from '../lazy-page.ts';
import { deskHead } from '../page-head.ts';
import { parseSearch } from '../search.ts';
import { pageBy, texts, type WithContext } from './page.ts';
import { languageRoute } from './root-route.tsx';

const frame = () => import('../desk-frame.tsx');
const page = pageBy(async (name: DeskPage) => (await frame()).deskPages[name]());

/** Signed-in pages: documents of their own, with a nonce and without data from the server. Links to and from them are full loads. */
const deskRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'desk',
  ...texts('desk', 'problems', 'levels'),
  staticData: { desk: true, module: 'src/app/desk-frame.tsx' },
  component: lazyPage(frame, 'DeskFrame'),
});

type Title = TextKey<'public'> | `desk:${TextKey<'desk'>}`;

const called =
  (title: Title, of: (params: Record<string, string>) => string = () => '') =>
  ({ match: { context }, params }: { match: WithContext; params: Record<string, string> }) =>
    deskHead(context, context.i18n.t(title) + of(params));

const keepText = (search: Record<string, unknown>): Record<string, string> =>
  parseSearch(new URLSearchParams(search as Record<string, string>).toString());

const desk = <const P extends string>(path: P, name: DeskPage, title: Title, component?: string) =>
  createRoute({
    getParentRoute: () => deskRoute,
    ...page(path, name, {}, component),
    validateSearch: keepText,
    head: called(title),
  });

const signInRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...page('/sign-in', 'sign-in'),
  validateSearch: (search: Record<string, unknown>): { next?: string; failed?: string } => ({
    // a path of this site only: no scheme, no host
    ...(typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next'])
      ? { next: search['next'] }
      : {}),
    // why signing in by the organisation's own system failed
    ...(typeof search['failed'] === 'string' ? { failed: search['failed'] } : {}),
  }),
  head: called('nav.signIn'),
});

const unsubscribeRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...page('/unsubscribe', 'unsubscribe'),
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  head: called('desk:unsubscribe.title'),
});

const returnFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...page('/report/$iso3/$cycle', 'return-form'),
  validateSearch: keepText,
  head: called('nav.report', ({ iso3, cycle }) => ` · ${iso3} ${cycle}`),
});

const frameworkIndicatorRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...page('/framework/indicators/$code', 'framework-indicator'),
  head: called('nav.framework', ({ code }) => ` · ${code}`),
});

const qualityRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...page('/review/quality', 'desk-quality', { catalog: ['about'] }),
  validateSearch: keepText,
  head: called('nav.quality'),
});

// the same page at both addresses
const targets = page('/targets', 'targets');
const targetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...targets,
  validateSearch: keepText,
  head: called('nav.targets'),
});
const countryTargetsRoute = createRoute({
  getParentRoute: () => deskRoute,
  ...targets,
  path: '/targets/$iso3',
  validateSearch: keepText,
  head: called('nav.targets'),
});

export const deskRoutes = deskRoute.addChildren([
  signInRoute,
  unsubscribeRoute,
  returnFormRoute,
  targetsRoute,
  countryTargetsRoute,
  frameworkIndicatorRoute,
  desk('/following', 'following', 'desk:following.title'),
  desk('/report', 'report', 'nav.report'),
  desk('/review', 'review', 'nav.review'),
  desk('/review/$id', 'review', 'nav.review', 'ReviewReturnPage'),
  qualityRoute,
  desk('/values/$id', 'value', 'desk:value.title'),
  desk('/publish', 'publish', 'nav.publish'),
  desk('/publish/withdrawals', 'withdrawals', 'desk:withdrawals.title'),
  desk('/publish/agreements', 'agreements', 'desk:agreements.title'),
  desk('/admin', 'admin', 'desk:health.title'),
  desk('/admin/users', 'users', 'desk:admin.nav.users'),
  desk('/admin/confirmations', 'confirmations', 'desk:admin.nav.confirmations'),
  desk('/admin/organisations', 'organisations', 'desk:admin.nav.organisations'),
  desk('/admin/help-lines', 'help-lines', 'desk:admin.nav.helpLines'),
  desk('/admin/audit', 'audit', 'desk:admin.nav.audit'),
  desk('/admin/translations', 'translations', 'desk:translations.title'),
  desk('/admin/outbox', 'outbox', 'desk:outbox.title'),
  desk('/inbox', 'inbox', 'desk:inbox.title'),
  desk('/calendar', 'calendar', 'desk:calendar.title'),
  desk('/account', 'account', 'desk:admin.nav.account'),
  desk('/account/invitation', 'invitation', 'desk:invitation.title'),
  desk('/account/forgotten', 'forgotten', 'desk:forgotten.title'),
  desk('/account/email', 'confirm-email', 'desk:newEmail.title'),
  desk('/import', 'import', 'desk:import.title'),
  desk('/machines', 'machines', 'desk:machines.title'),
  desk('/framework', 'framework', 'nav.framework'),
  desk('/framework/cycles', 'framework-cycles', 'nav.framework'),
  desk('/framework/rules', 'framework-rules', 'desk:framework.rules.title'),
  desk('/framework/series', 'series', 'desk:series.title'),
]);
