import { createRoute } from '@tanstack/react-router';
import { addCatalog } from '../i18n.ts';
import { lazyPage } from '../lazy-page.ts';
import { deskHead } from '../page-head.ts';
import { parseSearch } from '../search.ts';
import { languageRoute } from './root-route.tsx';

/** Signed-in pages: documents of their own, with a nonce and without data from the server. Links to and from them are full loads. */
const deskRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'desk',
  staticData: { desk: true, module: 'src/app/desk-frame.tsx' },
  component: lazyPage(() => import('../desk-frame.tsx'), 'DeskFrame'),
  beforeLoad: async ({ context }) => {
    await Promise.all(
      (['desk', 'problems', 'levels'] as const).map((name) => addCatalog(context.i18n, name)),
    );
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
  component: lazyPage(() => import('../../pages/sign-in-page.tsx'), 'SignInPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.signIn')),
});

const keepText = (search: Record<string, unknown>): Record<string, string> =>
  parseSearch(new URLSearchParams(search as Record<string, string>).toString());

const followingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/following',
  staticData: { module: 'src/pages/following-page.tsx' },
  component: lazyPage(() => import('../../pages/following-page.tsx'), 'FollowingPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:following.title')),
});

const unsubscribeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/unsubscribe',
  staticData: { module: 'src/pages/unsubscribe-page.tsx' },
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyPage(() => import('../../pages/unsubscribe-page.tsx'), 'UnsubscribePage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:unsubscribe.title')),
});

const reportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/report',
  staticData: { module: 'src/pages/report-page.tsx' },
  component: lazyPage(() => import('../../pages/report-page.tsx'), 'ReportPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.report')),
});

const returnFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/report/$iso3/$cycle',
  staticData: { module: 'src/pages/return-form-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/return-form-page.tsx'), 'ReturnFormPage'),
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
  component: lazyPage(() => import('../../pages/review-page.tsx'), 'ReviewPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.review')),
});

const reviewReturnRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/review/$id',
  staticData: { module: 'src/pages/review-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/review-page.tsx'), 'ReviewReturnPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.review')),
});

const valueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/values/$id',
  staticData: { module: 'src/pages/value-page.tsx' },
  component: lazyPage(() => import('../../pages/value-page.tsx'), 'ValuePage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:value.title')),
});

const targetsPage = lazyPage(() => import('../../pages/targets-page.tsx'), 'TargetsPage');
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
  component: lazyPage(() => import('../../pages/publish-page.tsx'), 'PublishPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.publish')),
});

const withdrawalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/publish/withdrawals',
  staticData: { module: 'src/pages/withdrawals-page.tsx' },
  component: lazyPage(() => import('../../pages/withdrawals-page.tsx'), 'WithdrawalsPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:withdrawals.title')),
});
const agreementsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/publish/agreements',
  staticData: { module: 'src/pages/agreements-page.tsx' },
  component: lazyPage(() => import('../../pages/agreements-page.tsx'), 'AgreementsPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:agreements.title')),
});

const adminRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin',
  staticData: { module: 'src/pages/admin-page.tsx' },
  component: lazyPage(() => import('../../pages/admin-page.tsx'), 'AdminPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:health.title')),
});
const usersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/users',
  staticData: { module: 'src/pages/users-page.tsx' },
  component: lazyPage(() => import('../../pages/users-page.tsx'), 'UsersPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:admin.nav.users')),
});
const confirmationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/confirmations',
  staticData: { module: 'src/pages/confirmations-page.tsx' },
  component: lazyPage(() => import('../../pages/confirmations-page.tsx'), 'ConfirmationsPage'),
  head: ({ match }) =>
    deskHead(match.context, match.context.i18n.t('desk:admin.nav.confirmations')),
});
const organisationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/organisations',
  staticData: { module: 'src/pages/organisations-page.tsx' },
  component: lazyPage(() => import('../../pages/organisations-page.tsx'), 'OrganisationsPage'),
  head: ({ match }) =>
    deskHead(match.context, match.context.i18n.t('desk:admin.nav.organisations')),
});
const helpLinesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/help-lines',
  staticData: { module: 'src/pages/help-lines-page.tsx' },
  component: lazyPage(() => import('../../pages/help-lines-page.tsx'), 'HelpLinesPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:admin.nav.helpLines')),
});
const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/audit',
  staticData: { module: 'src/pages/audit-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/audit-page.tsx'), 'AuditPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:admin.nav.audit')),
});
const translationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/translations',
  staticData: { module: 'src/pages/translations-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/translations-page.tsx'), 'TranslationsPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:translations.title')),
});
const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account',
  staticData: { module: 'src/pages/account-page.tsx' },
  component: lazyPage(() => import('../../pages/account-page.tsx'), 'AccountPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:admin.nav.account')),
});
const invitationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/invitation',
  staticData: { module: 'src/pages/invitation-page.tsx' },
  component: lazyPage(() => import('../../pages/invitation-page.tsx'), 'InvitationPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:invitation.title')),
});
const confirmEmailRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/account/email',
  staticData: { module: 'src/pages/confirm-email-page.tsx' },
  component: lazyPage(() => import('../../pages/confirm-email-page.tsx'), 'ConfirmEmailPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:newEmail.title')),
});
const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/import',
  staticData: { module: 'src/pages/import-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/import-page.tsx'), 'ImportPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:import.title')),
});
const outboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/admin/outbox',
  staticData: { module: 'src/pages/outbox-page.tsx' },
  component: lazyPage(() => import('../../pages/outbox-page.tsx'), 'OutboxPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:outbox.title')),
});
const frameworkRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/framework',
  staticData: { module: 'src/pages/framework-page.tsx' },
  component: lazyPage(() => import('../../pages/framework-page.tsx'), 'FrameworkPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.framework')),
});
const frameworkIndicatorRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/framework/indicators/$code',
  staticData: { module: 'src/pages/framework-indicator-page.tsx' },
  component: lazyPage(
    () => import('../../pages/framework-indicator-page.tsx'),
    'FrameworkIndicatorPage',
  ),
  head: ({ match, params }) =>
    deskHead(match.context, `${match.context.i18n.t('nav.framework')} · ${params.code}`),
});
const frameworkCyclesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/framework/cycles',
  staticData: { module: 'src/pages/framework-cycles-page.tsx' },
  component: lazyPage(() => import('../../pages/framework-cycles-page.tsx'), 'FrameworkCyclesPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.framework')),
});
const frameworkSeriesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/framework/series',
  staticData: { module: 'src/pages/series-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/series-page.tsx'), 'SeriesPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('desk:series.title')),
});
const qualityRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/review/quality',
  staticData: { module: 'src/pages/desk-quality-page.tsx' },
  validateSearch: keepText,
  component: lazyPage(() => import('../../pages/desk-quality-page.tsx'), 'DeskQualityPage'),
  head: ({ match }) => deskHead(match.context, match.context.i18n.t('nav.quality')),
});

export const deskRoutes = deskRoute.addChildren([
  signInRoute,
  followingRoute,
  unsubscribeRoute,
  reportRoute,
  returnFormRoute,
  reviewRoute,
  reviewReturnRoute,
  valueRoute,
  targetsRoute,
  countryTargetsRoute,
  publishRoute,
  withdrawalsRoute,
  agreementsRoute,
  adminRoute,
  usersRoute,
  confirmationsRoute,
  organisationsRoute,
  helpLinesRoute,
  auditRoute,
  translationsRoute,
  accountRoute,
  invitationRoute,
  confirmEmailRoute,
  importRoute,
  outboxRoute,
  frameworkRoute,
  frameworkIndicatorRoute,
  frameworkCyclesRoute,
  frameworkSeriesRoute,
  qualityRoute,
]);
