import { createRoute } from '@tanstack/react-router';
import { ActionDocument } from '../../features/actions/action-page.generated.ts';
import { ActionLogDocument, ChangesDocument } from '../../features/changes/changes.generated.ts';
import { CountryDocument } from '../../features/countries/country-page.generated.ts';
import { HelpDocument } from '../../features/help/help.generated.ts';
import { loadedBy, readIndicator } from '../../features/indicators/indicator-loader.ts';
import { ReleasesDocument } from '../../features/publication/releases.generated.ts';
import { SearchDocument } from '../../features/publication/search.generated.ts';
import { ScorecardDocument } from '../../features/scorecard/scorecard.generated.ts';
import { pageHead } from '../page-head.ts';
import { query, found } from '../query.ts';
import { keep, pageOf, yearOf } from '../search.ts';
import { page, titled } from './page.ts';
import { languageRoute } from './root-route.tsx';

const overviewRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/', 'overview', { catalog: ['levels'], describes: 'CATALOGUE' }),
  validateSearch: (search: Record<string, unknown>) => keep('scorecard', search),
  loaderDeps: ({ search }) => ({ release: search.release, year: yearOf(search) }),
  loader: async ({ context, params, deps }) => {
    const [{ scorecard }, { overviewSentence }] = await Promise.all([
      query(context, ScorecardDocument, {
        lang: params.lang,
        release: deps.release ?? null,
        year: deps.year,
      }),
      // loaded with the page, as other pages do not need it
      import('../../features/scorecard/steps.ts'),
    ]);
    // before any release the page says so; a release that was never published does not exist
    const shown = deps.release === undefined ? scorecard : found(scorecard);
    const t = context.i18n.getFixedT(null, 'levels');
    return shown && { ...shown, answer: overviewSentence(t, shown) };
  },
  head: ({ match: { context }, loaderData }) =>
    pageHead(
      context,
      '',
      context.i18n.t('site.name'),
      loaderData?.answer ?? context.i18n.t('overview.description'),
    ),
});

const actionRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/actions/$code', 'action', { catalog: ['levels'], describes: 'ACTION' }),
  validateSearch: (search: Record<string, unknown>) => keep('action', search),
  loaderDeps: ({ search }) => ({
    release: search.release ?? null,
    year: yearOf(search),
    page: pageOf(search),
  }),
  loader: async ({ context, params, deps }) => {
    const asked = { ...params, release: deps.release };
    const [{ action }, { changeLog }] = await Promise.all([
      query(context, ActionDocument, { ...asked, year: deps.year, page: deps.page }),
      query(context, ActionLogDocument, asked),
    ]);
    return { ...found(action), log: changeLog ?? [] };
  },
  head: ({ match: { context }, params, loaderData }) =>
    pageHead(
      context,
      `/actions/${params.code}`,
      loaderData?.action.title.text ?? params.code,
      loaderData?.action.quote?.text ?? '',
      `actions/${params.code}`,
    ),
});

const indicatorRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/indicators/$code', 'indicator', {
    catalog: ['levels', 'charts'],
    describes: 'INDICATOR',
  }),
  validateSearch: (search: Record<string, unknown>) => keep('indicator', search),
  loaderDeps: ({ search }) => loadedBy(search),
  loader: ({ context, params, deps }) => readIndicator(context, { ...params, search: deps }),
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
  ...page('/countries', 'countries', { catalog: ['levels'] }),
  validateSearch: (search: Record<string, unknown>) => keep('countries', search),
  loaderDeps: ({ search }) => ({ release: search.release ?? null }),
  loader: async ({ context, params, deps }) => {
    const { scorecard } = await query(context, ScorecardDocument, {
      ...params,
      ...deps,
      year: null,
    });
    return deps.release === null ? scorecard : found(scorecard);
  },
  head: titled('/countries', 'countries'),
});

const countryRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/countries/$iso3', 'country', { catalog: ['levels'] }),
  validateSearch: (search: Record<string, unknown>) => keep('country', search),
  loaderDeps: ({ search }) => ({
    release: search.release ?? null,
    year: yearOf(search),
    page: pageOf(search),
  }),
  loader: async ({ context, params, deps }) => {
    const [{ country }, { changes }] = await Promise.all([
      query(context, CountryDocument, { ...params, ...deps }),
      query(context, ChangesDocument, {
        lang: params.lang,
        from: null,
        since: null,
        to: deps.release,
        area: params.iso3,
        perClass: 100,
      }),
    ]);
    return { ...found(country), changes };
  },
  head: ({ match: { context }, params, loaderData }) => {
    const country = loaderData?.area.name.text ?? params.iso3;
    return pageHead(
      context,
      `/countries/${params.iso3}`,
      country,
      context.i18n.t('country.description', { country }),
      `countries/${params.iso3}`,
    );
  },
});

const changesRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/changes', 'changes', { catalog: ['levels'] }),
  validateSearch: (search: Record<string, unknown>) => keep('changes', search),
  loaderDeps: ({ search }) => keep('changes', search),
  loader: async ({ context, params, deps }) => {
    const [{ changes }, { releases }] = await Promise.all([
      query(context, ChangesDocument, {
        lang: params.lang,
        from: deps.from ?? null,
        // a named release is more exact than a day, so it counts
        since: deps.from === undefined ? (deps.since ?? null) : null,
        fromYear:
          deps.from === undefined && deps.since === undefined && deps.year !== undefined
            ? Number(deps.year)
            : null,
        to: deps.to ?? null,
        area: deps.c ?? null,
      }),
      query(context, ReleasesDocument, { lang: params.lang }),
    ]);
    const asked = deps.from !== undefined || deps.to !== undefined || deps.year !== undefined;
    const shown = asked ? found(changes) : changes;
    return { changes: shown, release: shown?.to ?? null, releases };
  },
  head: titled('/changes', 'changes', 'releases'),
});

const helpRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/help', 'help'),
  loader: ({ context, params }) => query(context, HelpDocument, { lang: params.lang }),
  head: titled('/help', 'help'),
});

const releasesRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/releases', 'releases'),
  validateSearch: (search: Record<string, unknown>) => keep('releases', search),
  loaderDeps: ({ search }) => keep('releases', search),
  loader: async ({ context, params, deps }) => {
    const { releases } = await query(context, ReleasesDocument, { lang: params.lang });
    if (deps.release === undefined) return { releases, release: releases[0] ?? null };
    const release = found(releases.find(({ number }) => number === deps.release) ?? null);
    return { releases: releases.slice(releases.indexOf(release)), release };
  },
  head: titled('/releases', 'releases', 'releases'),
});

const releaseRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/releases/$number', 'release', { catalog: ['levels'], describes: 'RELEASE' }),
  loader: async ({ context, params }) =>
    found(
      (
        await query(context, ScorecardDocument, {
          lang: params.lang,
          release: params.number,
          year: null,
        })
      ).scorecard,
    ),
  head: ({ match: { context }, params }) =>
    pageHead(
      context,
      `/releases/${params.number}`,
      context.i18n.t('releases.one', { number: params.number }),
      context.i18n.t('releases.oneDescription', { number: params.number }),
    ),
});

const searchRoute = createRoute({
  getParentRoute: () => languageRoute,
  ...page('/search', 'search', { transient: true }),
  validateSearch: (search: Record<string, unknown>) => keep('search', search),
  loaderDeps: ({ search }) => ({ q: search.q ?? '' }),
  loader: async ({ context, params, deps }) =>
    // null only if a named release does not exist, and no release is named here
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
  searchRoute,
];
