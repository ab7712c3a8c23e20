import { createRoute } from '@tanstack/react-router';
import { SourcesDocument } from '../../features/about/sources.generated.ts';
import { OpenDataDocument } from '../../features/open-data/open-data.generated.ts';
import { found } from '../found.ts';
import { addCatalog } from '../i18n.ts';
import { lazyPage } from '../lazy-page.ts';
import { pageHead } from '../page-head.ts';
import { query } from '../query.ts';
import { keep } from '../search.ts';
import { languageRoute } from './root-route.tsx';

/** Pages about the site, its methods and its data. Their texts are a catalog of their own: no other page loads them. */
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
  component: lazyPage(() => import('../../pages/privacy-page.tsx'), 'PrivacyPage'),
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
  component: lazyPage(() => import('../../pages/accessibility-page.tsx'), 'AccessibilityPage'),
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
  component: lazyPage(() => import('../../pages/licences-page.tsx'), 'LicencesPage'),
  loader: ({ context, params }) => query(context, SourcesDocument, { lang: params.lang }),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/licences',
      context.i18n.t('about:licences.title'),
      context.i18n.t('about:licences.description'),
    ),
});

const methodsRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/about/methods',
  staticData: { module: 'src/pages/methods-page.tsx', catalog: 'levels' },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'levels'),
  component: lazyPage(() => import('../../pages/methods-page.tsx'), 'MethodsPage'),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/methods',
      context.i18n.t('about:methods.title'),
      context.i18n.t('about:methods.description'),
    ),
});

const dataRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/data',
  staticData: { module: 'src/pages/data-page.tsx', describes: 'CATALOGUE' },
  component: lazyPage(() => import('../../pages/data-page.tsx'), 'DataPage'),
  validateSearch: (search: Record<string, unknown>) => keep('data', search),
  loaderDeps: ({ search }) => ({ release: search.release }),
  loader: async ({ context, params, deps }) => {
    const { openData } = await query(context, OpenDataDocument, {
      lang: params.lang,
      release: deps.release ?? null,
    });
    return deps.release === undefined ? openData : found(openData);
  },
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/data',
      context.i18n.t('about:data.title'),
      context.i18n.t('about:data.description'),
    ),
});

const apiRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/about/api',
  staticData: { module: 'src/pages/api-page.tsx' },
  component: lazyPage(() => import('../../pages/api-page.tsx'), 'ApiPage'),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/api',
      context.i18n.t('about:api.title'),
      context.i18n.t('about:api.description'),
    ),
});

const qualityRoute = createRoute({
  getParentRoute: () => aboutRoute,
  path: '/quality',
  staticData: { module: 'src/pages/quality-page.tsx' },
  component: lazyPage(() => import('../../pages/quality-page.tsx'), 'QualityPage'),
  validateSearch: (search: Record<string, unknown>) => keep('quality', search),
  loaderDeps: ({ search }) => ({ release: search.release ?? null, c: search.c }),
  loader: async ({ context, params, deps: { release, c } }) => {
    // long, and asked for by few: not with every page
    const { PublishedQualityDocument, PublishedQualityOfCountryDocument } =
      await import('../../features/quality/published-quality.generated.ts');
    if (c === undefined) {
      const { dataQuality } = await query(context, PublishedQualityDocument, {
        ...params,
        release,
      });
      const all = release === null ? dataQuality : found(dataQuality);
      return {
        all,
        country: null,
        areas: all?.areas.map(({ area }) => area) ?? [],
        release: all?.release ?? null,
      };
    }
    const { dataQuality, all } = await query(context, PublishedQualityOfCountryDocument, {
      ...{ ...params, release, area: c },
    });
    const country = found(dataQuality);
    return {
      all: null,
      country,
      areas: all?.areas.map(({ area }) => area) ?? [],
      release: country.release,
    };
  },
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/quality',
      context.i18n.t('about:quality.title'),
      context.i18n.t('about:quality.description'),
    ),
});

export const aboutRoutes = aboutRoute.addChildren([
  privacyRoute,
  accessibilityRoute,
  licencesRoute,
  methodsRoute,
  dataRoute,
  apiRoute,
  qualityRoute,
]);
