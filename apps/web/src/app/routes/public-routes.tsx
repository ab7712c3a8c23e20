import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ActionDocument } from '../../features/actions/action-page.generated.ts';
import { ChangesDocument } from '../../features/changes/changes.generated.ts';
import { CountriesDocument } from '../../features/countries/countries.generated.ts';
import { CountryDocument } from '../../features/countries/country-page.generated.ts';
import { HelpDocument } from '../../features/help/help.generated.ts';
import { IndicatorDocument } from '../../features/indicators/indicator-page.generated.ts';
import { OpenDataDocument } from '../../features/open-data/open-data.generated.ts';
import { ReleasesDocument } from '../../features/publication/releases.generated.ts';
import { SearchDocument } from '../../features/publication/search.generated.ts';
import { ScorecardDocument } from '../../features/scorecard/scorecard.generated.ts';
import { ActionPage } from '../../pages/action-page.tsx';
import { ChangesPage } from '../../pages/changes-page.tsx';
import { CountriesPage } from '../../pages/countries-page.tsx';
import { CountryPage } from '../../pages/country-page.tsx';
import { HelpPage } from '../../pages/help-page.tsx';
import { OverviewPage } from '../../pages/overview-page.tsx';
import { ReleasePage } from '../../pages/release-page.tsx';
import { ReleasesPage } from '../../pages/releases-page.tsx';
import { found } from '../found.ts';
import { pageHead } from '../page-head.ts';
import { query } from '../query.ts';
import { keep, yearOf } from '../search.ts';
import { languageRoute } from './root-route.tsx';

const overviewRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/',
  component: OverviewPage,
  validateSearch: (search: Record<string, unknown>) => keep('scorecard', search),
  loaderDeps: ({ search }) => ({ release: search.release, year: yearOf(search) }),
  loader: async ({ context, params, deps }) => {
    const { scorecard } = await query(context, ScorecardDocument, {
      lang: params.lang,
      release: deps.release ?? null,
      year: deps.year,
    });
    // without any release the page says so; a release that was never published does not exist
    return deps.release === undefined ? scorecard : found(scorecard);
  },
  head: ({ match: { context } }) =>
    pageHead(context, '', context.i18n.t('site.name'), context.i18n.t('overview.description')),
});

const actionRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/actions/$code',
  component: ActionPage,
  validateSearch: (search: Record<string, unknown>) => keep('action', search),
  loaderDeps: ({ search }) => ({
    release: search.release ?? null,
    year: yearOf(search),
  }),
  loader: async ({ context, params, deps }) =>
    found((await query(context, ActionDocument, { ...params, ...deps })).action),
  head: ({ match: { context }, params, loaderData }) =>
    pageHead(
      context,
      `/actions/${params.code}`,
      loaderData?.action.title.text ?? params.code,
      loaderData?.action.text.text ?? '',
    ),
});

const indicatorRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/indicators/$code',
  staticData: { module: 'src/pages/indicator-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/indicator-page.tsx'), 'IndicatorPage'),
  validateSearch: (search: Record<string, unknown>) => keep('indicator', search),
  loaderDeps: ({ search }) => ({ release: search.release ?? null }),
  loader: async ({ context, params, deps }) =>
    found(
      (await query(context, IndicatorDocument, { ...params, release: deps.release })).indicator,
    ),
  head: ({ match: { context }, params, loaderData }) =>
    pageHead(
      context,
      `/indicators/${params.code}`,
      loaderData?.indicator.name.text ?? params.code,
      loaderData?.indicator.definition.text ?? '',
    ),
});

const countriesRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/countries',
  component: CountriesPage,
  loader: ({ context, params }) => query(context, CountriesDocument, { lang: params.lang }),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/countries',
      context.i18n.t('countries.title'),
      context.i18n.t('countries.description'),
    ),
});

const countryRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/countries/$iso3',
  component: CountryPage,
  validateSearch: (search: Record<string, unknown>) => keep('country', search),
  loaderDeps: ({ search }) => ({
    release: search.release ?? null,
    year: yearOf(search),
  }),
  loader: async ({ context, params, deps }) => {
    const [{ country }, { changes }] = await Promise.all([
      query(context, CountryDocument, { ...params, ...deps }),
      query(context, ChangesDocument, {
        lang: params.lang,
        from: null,
        to: deps.release,
        area: params.iso3,
      }),
    ]);
    return { country: found(country), changes };
  },
  head: ({ match: { context }, params, loaderData }) => {
    const country = loaderData?.country.area.name.text ?? params.iso3;
    return pageHead(
      context,
      `/countries/${params.iso3}`,
      country,
      context.i18n.t('country.description', { country }),
    );
  },
});

const changesRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/changes',
  component: ChangesPage,
  validateSearch: (search: Record<string, unknown>) => keep('changes', search),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    const [{ changes }, { releases }] = await Promise.all([
      query(context, ChangesDocument, {
        lang: params.lang,
        from: deps.from ?? null,
        to: deps.to ?? null,
        area: deps.c ?? null,
      }),
      query(context, ReleasesDocument, { lang: params.lang }),
    ]);
    const asked = deps.from !== undefined || deps.to !== undefined;
    return { changes: asked ? found(changes) : changes, releases };
  },
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/changes',
      context.i18n.t('changes.title'),
      context.i18n.t('changes.description'),
    ),
});

const helpRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/help',
  component: HelpPage,
  loader: ({ context, params }) => query(context, HelpDocument, { lang: params.lang }),
  head: ({ match: { context } }) =>
    pageHead(context, '/help', context.i18n.t('help.title'), context.i18n.t('help.description')),
});

const releasesRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/releases',
  component: ReleasesPage,
  loader: ({ context, params }) => query(context, ReleasesDocument, { lang: params.lang }),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/releases',
      context.i18n.t('releases.title'),
      context.i18n.t('releases.description'),
    ),
});

const releaseRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/releases/$number',
  component: ReleasePage,
  loader: async ({ context, params }) =>
    found(
      (await query(context, ScorecardDocument, {
        lang: params.lang,
        release: params.number,
        year: null,
      }))
        .scorecard,
    ),
  head: ({ match: { context }, params }) =>
    pageHead(
      context,
      `/releases/${params.number}`,
      context.i18n.t('releases.one', { number: params.number }),
      context.i18n.t('releases.oneDescription', { number: params.number }),
    ),
});

const methodsRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/about/methods',
  staticData: { module: 'src/pages/methods-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/methods-page.tsx'), 'MethodsPage'),
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/about/methods',
      context.i18n.t('methods.title'),
      context.i18n.t('methods.description'),
    ),
});

const dataRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/data',
  staticData: { module: 'src/pages/data-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/data-page.tsx'), 'DataPage'),
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
    pageHead(context, '/data', context.i18n.t('data.title'), context.i18n.t('data.description')),
});

const apiRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/about/api',
  staticData: { module: 'src/pages/api-page.tsx' },
  component: lazyRouteComponent(() => import('../../pages/api-page.tsx'), 'ApiPage'),
  head: ({ match: { context } }) =>
    pageHead(context, '/about/api', context.i18n.t('api.title'), context.i18n.t('api.description')),
});

const searchRoute = createRoute({
  getParentRoute: () => languageRoute,
  path: '/search',
  staticData: { module: 'src/pages/search-page.tsx', transient: true },
  component: lazyRouteComponent(() => import('../../pages/search-page.tsx'), 'SearchPage'),
  validateSearch: (search: Record<string, unknown>) => keep('search', search),
  loaderDeps: ({ search }) => ({ q: search.q ?? '' }),
  loader: async ({ context, params, deps }) =>
    // before the first release there is nothing to find
    deps.q === ''
      ? []
      : ((await query(context, SearchDocument, { lang: params.lang, q: deps.q })).search ?? []),
  head: ({ match: { context } }) => {
    const { t } = context.i18n;
    const head = pageHead(context, '/search', t('search.title'), t('search.lead'));
    return { ...head, meta: [...head.meta, { name: 'robots', content: 'noindex' }] };
  },
});

export const publicRoutes = [
  overviewRoute,
  actionRoute,
  indicatorRoute,
  countriesRoute,
  countryRoute,
  changesRoute,
  helpRoute,
  releasesRoute,
  releaseRoute,
  methodsRoute,
  dataRoute,
  apiRoute,
  searchRoute,
];
