import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { SourcesDocument } from '../../features/about/sources.generated.ts';
import { addCatalog } from '../i18n.ts';
import { pageHead } from '../page-head.ts';
import { query } from '../query.ts';
import { languageRoute } from './root-route.tsx';

/** Pages about the site itself. Their texts are a catalog of their own: no other page loads them. */
const aboutRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'site',
  staticData: { catalog: 'about' },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'about'),
});

const privacyRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/about/privacy',
  staticData: { module: 'src/pages/privacy-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/privacy-page.tsx'), 'PrivacyPage'),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/privacy',
      context.i18n.t('about:privacy.title'),
      context.i18n.t('about:privacy.description'),
    ),
});

const accessibilityRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/about/accessibility',
  staticData: { module: 'src/pages/accessibility-page.tsx' },
  component: lazyRouteComponent(
    () => import('../../pages/accessibility-page.tsx'),
    'AccessibilityPage',
  ),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/accessibility',
      context.i18n.t('about:accessibility.title'),
      context.i18n.t('about:accessibility.description'),
    ),
});

const licencesRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/about/licences',
  staticData: { module: 'src/pages/licences-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/licences-page.tsx'), 'LicencesPage'),
  loader: ({ context, params }) => query(context, SourcesDocument, { lang: params.lang }),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/licences',
      context.i18n.t('about:licences.title'),
      context.i18n.t('about:licences.description'),
    ),
});

export const aboutRoutes = aboutRoute.addChildren([
  privacyRoute,
  accessibilityRoute,
  licencesRoute,
]);
