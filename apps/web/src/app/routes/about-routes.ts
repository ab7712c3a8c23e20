import { createRoute } from '@tanstack/react-router';
import { SourcesDocument } from '../../features/about/sources.generated.ts';
import { OpenDataDocument } from '../../features/open-data/open-data.generated.ts';
import { query, found } from '../query.ts';
import { keep, pageOf } from '../search.ts';
import { page, texts, titled } from './page.ts';
import { languageRoute } from './root-route.tsx';

/** Pages about the site, its methods and its data. Their texts are a catalog of their own: no other page loads them. */
const aboutRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'site',
  ...texts('about'),
});

/** A page without data. */
const still = <const P extends string>(path: P, name: 'privacy' | 'accessibility' | 'api') =>
  createRoute({
    getParentRoute: () => aboutRoute,
    ...page(path, name),
    head: titled(path, `about:${name}`),
  });

const methodsRoute = createRoute({
  getParentRoute: () => aboutRoute,
  ...page('/about/methods', 'methods', { catalog: ['levels'] }),
  head: titled('/about/methods', 'about:methods'),
});

const licencesRoute = createRoute({
  getParentRoute: () => aboutRoute,
  ...page('/about/licences', 'licences'),
  loader: ({ context, params }) => query(context, SourcesDocument, { lang: params.lang }),
  head: titled('/about/licences', 'about:licences'),
});

const dataRoute = createRoute({
  getParentRoute: () => aboutRoute,
  ...page('/data', 'data', { describes: 'CATALOGUE' }),
  validateSearch: (search: Record<string, unknown>) => keep('data', search),
  loaderDeps: ({ search }) => ({ release: search.release }),
  loader: async ({ context, params, deps }) => {
    const { openData } = await query(context, OpenDataDocument, {
      lang: params.lang,
      release: deps.release ?? null,
    });
    return deps.release === undefined ? openData : found(openData);
  },
  head: titled('/data', 'about:data'),
});

const qualityRoute = createRoute({
  getParentRoute: () => aboutRoute,
  ...page('/quality', 'quality'),
  validateSearch: (search: Record<string, unknown>) => keep('quality', search),
  loaderDeps: ({ search }) => ({
    release: search.release ?? null,
    c: search.c,
    page: pageOf(search),
  }),
  loader: async ({ context, params, deps: { release, c, page: number } }) => {
    // these queries are long and few readers need them, so they are not loaded with every page
    const { PublishedQualityDocument, PublishedQualityOfCountryDocument } =
      await import('../../features/quality/published-quality.generated.ts');
    const asked = { ...params, release, page: number };
    if (c === undefined) {
      const { dataQuality } = await query(context, PublishedQualityDocument, asked);
      const all = release === null && number === 1 ? dataQuality : found(dataQuality);
      return {
        all,
        country: null,
        areas: all?.areas.map(({ area }) => area) ?? [],
        release: all?.release ?? null,
      };
    }
    const { dataQuality, all } = await query(context, PublishedQualityOfCountryDocument, {
      ...asked,
      area: c,
    });
    const country = found(dataQuality);
    return {
      all: null,
      country,
      areas: all?.areas.map(({ area }) => area) ?? [],
      release: country.release,
    };
  },
  head: titled('/quality', 'about:quality'),
});

export const aboutRoutes = aboutRoute.addChildren([
  still('/about/privacy', 'privacy'),
  still('/about/accessibility', 'accessibility'),
  licencesRoute,
  methodsRoute,
  dataRoute,
  still('/about/api', 'api'),
  qualityRoute,
]);
