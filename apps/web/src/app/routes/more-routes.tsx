import { createRoute } from '@tanstack/react-router';
import { loadGlossary } from '@qadam/i18n';
import { addCatalog } from '../i18n.ts';
import { lazyPage } from '../lazy-page.ts';
import { pageHead } from '../page-head.ts';
import { query } from '../query.ts';
import { keep } from '../search.ts';
import { languageRoute } from './root-route.tsx';

/**
 * Pages about who is behind the site, how to reach them, and lists of what there is. Their texts are a catalog of their own, and
 * what they ask comes with them: few readers open them.
 */
const moreRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'more',
  staticData: { catalog: 'site' },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'site'),
});

const aboutRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/about',
  staticData: { module: 'src/pages/about-page.tsx', catalog: 'about' },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'about'),
  component: lazyPage(() => import('../../pages/about-page.tsx'), 'AboutPage'),
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    return pageHead(context, '/about', t('site:about.title'), t('site:about.description'));
  },
});

const reportErrorRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/about/report',
  // as many addresses as there are numbers
  staticData: { module: 'src/pages/report-error-page.tsx', catalog: 'problems', transient: true },
  beforeLoad: ({ context }) =>
    Promise.all([addCatalog(context.i18n, 'problems'), addCatalog(context.i18n, 'about')]),
  component: lazyPage(() => import('../../pages/report-error-page.tsx'), 'ReportErrorPage'),
  validateSearch: (search: Record<string, unknown>) => keep('report', search),
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    return pageHead(context, '/about/report', t('site:report.title'), t('site:report.description'));
  },
});

const newsRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/about/news',
  staticData: { module: 'src/pages/news-page.tsx', catalog: 'problems' },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'problems'),
  component: lazyPage(() => import('../../pages/news-page.tsx'), 'NewsPage'),
  validateSearch: (search: Record<string, unknown>) => keep('news', search),
  loader: async ({ context, params }) => {
    const { NewsChoicesDocument } = await import('../../features/news/news-choices.generated.ts');
    const { scorecard } = await query(context, NewsChoicesDocument, params);
    return {
      countries: scorecard?.areas.filter(({ kind }) => kind === 'COUNTRY') ?? [],
      actions: scorecard?.rows.map(({ action }) => action) ?? [],
    };
  },
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    return pageHead(context, '/about/news', t('site:news.title'), t('site:news.description'));
  },
});

/** No page to find or to pass on: the link of one mail. */
const confirmNewsRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/about/news/confirm',
  staticData: { module: 'src/pages/confirm-news-page.tsx', catalog: 'problems', transient: true },
  beforeLoad: ({ context }) => addCatalog(context.i18n, 'problems'),
  component: lazyPage(() => import('../../pages/confirm-news-page.tsx'), 'ConfirmNewsPage'),
  validateSearch: (search: Record<string, unknown>) => keep('confirmNews', search),
  head: ({ match: { context } }) => ({
    meta: [
      { title: `${context.i18n.t('site:news.confirmTitle')} · ${context.i18n.t('site.name')}` },
      { name: 'robots', content: 'noindex' },
      { name: 'referrer', content: 'no-referrer' },
    ],
  }),
});

const indicatorsRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/indicators',
  staticData: { module: 'src/pages/indicators-page.tsx' },
  component: lazyPage(() => import('../../pages/indicators-page.tsx'), 'IndicatorsPage'),
  loader: async ({ context, params }) => {
    const { IndicatorListDocument } =
      await import('../../features/indicator-list/indicator-list.generated.ts');
    return (await query(context, IndicatorListDocument, { ...params, release: null })).indicators;
  },
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    return pageHead(
      context,
      '/indicators',
      t('site:indicators.title'),
      t('site:indicators.description'),
    );
  },
});

const glossaryRoute = createRoute({
  getParentRoute: () => moreRoute,
  path: '/about/glossary',
  staticData: { module: 'src/pages/glossary-page.tsx' },
  component: lazyPage(() => import('../../pages/glossary-page.tsx'), 'GlossaryPage'),
  loader: () => loadGlossary(),
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    return pageHead(
      context,
      '/about/glossary',
      t('site:glossary.title'),
      t('site:glossary.description'),
    );
  },
});

/** Those that a sitemap names, and one that only a mail leads to. */
const listed = [aboutRoute, reportErrorRoute, newsRoute, indicatorsRoute, glossaryRoute];
export const moreRoutes = moreRoute.addChildren([...listed, confirmNewsRoute]);
export const listedMoreRoutes = listed;
