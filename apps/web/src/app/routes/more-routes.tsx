import { createRoute } from '@tanstack/react-router';
import { loadGlossary } from '@qadam/i18n';
import { query } from '../query.ts';
import { keep } from '../search.ts';
import { page, texts, titled, type WithContext } from './page.ts';
import { languageRoute } from './root-route.tsx';

/**
 * Pages about who is behind the site, how to reach them, and lists of what there is. Few readers open them, so their
 * texts are a catalog of their own, and their queries are loaded with them.
 */
const moreRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'more',
  ...texts('site'),
});

const aboutRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about', 'about', { catalog: ['about'] }),
  head: titled('/about', 'site:about'),
});

const reportErrorRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about/report', 'report-error', { catalog: ['problems', 'about'], transient: true }),
  // not stored: there are as many addresses as there are numbers to report
  validateSearch: (search: Record<string, unknown>) => keep('report', search),
  head: titled('/about/report', 'site:report'),
});

const newsRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about/news', 'news', { catalog: ['problems'] }),
  validateSearch: (search: Record<string, unknown>) => keep('news', search),
  loader: async ({ context, params }) => {
    const { NewsChoicesDocument } = await import('../../features/news/news-choices.generated.ts');
    const { scorecard } = await query(context, NewsChoicesDocument, params);
    return {
      countries: scorecard?.areas.filter(({ kind }) => kind === 'COUNTRY') ?? [],
      actions: scorecard?.rows.map(({ action }) => action) ?? [],
    };
  },
  head: titled('/about/news', 'site:news'),
});

/** Reached only by the link in a mail, so search engines shall not find it. */
const confirmNewsRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about/news/confirm', 'confirm-news', { catalog: ['problems'], transient: true }),
  validateSearch: (search: Record<string, unknown>) => keep('confirmNews', search),
  head: ({ match: { context } }) => ({
    meta: [
      { title: `${context.i18n.t('site:news.confirmTitle')} · ${context.i18n.t('site.name')}` },
      { name: 'robots', content: 'noindex' },
      { name: 'referrer', content: 'no-referrer' },
    ],
  }),
});

/** For programmers who know of it: there is nothing on it for search engines to find. */
const graphqlRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about/graphql', 'graphql', { catalog: ['about'] }),
  validateSearch: (search: Record<string, unknown>) => keep('graphql', search),
  head: (of: { match: WithContext }) => {
    const { meta, links } = titled('/about/graphql', 'site:graphql')(of);
    return { meta: [...meta, { name: 'robots', content: 'noindex' }], links };
  },
});

const indicatorsRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/indicators', 'indicators'),
  loader: async ({ context, params }) => {
    const { IndicatorListDocument } =
      await import('../../features/indicator-list/indicator-list.generated.ts');
    const asked = { ...params, release: null };
    const { actions, indicators } = await query(context, IndicatorListDocument, asked);
    return indicators && { ...indicators, actions: actions ?? [] };
  },
  head: titled('/indicators', 'site:indicators'),
});

const glossaryRoute = createRoute({
  getParentRoute: () => moreRoute,
  ...page('/about/glossary', 'glossary'),
  loader: () => loadGlossary(),
  head: titled('/about/glossary', 'site:glossary'),
});

/** The pages that the sitemap lists. */
const listed = [aboutRoute, reportErrorRoute, newsRoute, indicatorsRoute, glossaryRoute];
export const moreRoutes = moreRoute.addChildren([...listed, confirmNewsRoute, graphqlRoute]);
export const listedMoreRoutes = listed;
