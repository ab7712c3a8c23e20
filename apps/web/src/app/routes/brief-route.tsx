import { createRoute } from '@tanstack/react-router';
import type { Brief } from '../../features/brief/brief-data.ts';
import { ReleasesDocument } from '../../features/publication/releases.generated.ts';
import type { AppContext } from '../context.ts';
import { pageHead } from '../page-head.ts';
import { query, found } from '../query.ts';
import { keep } from '../search.ts';
import { page, texts } from './page.ts';
import { languageRoute } from './root-route.tsx';

/** The brief's query and layout are loaded when it is opened. */
const documents = () => import('../../features/brief/brief.generated.ts');
const briefData = () => import('../../features/brief/brief-data.ts');

/** Pages made for paper: printed without header and footer. Their texts are a catalog of their own. */
const paperRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'paper',
  ...texts('brief'),
  staticData: { catalog: ['brief'], paper: true },
});

/** The release for an address: the one it names, or else the newest about the year it names, or else (null) the newest of all. */
async function releaseOf(
  context: AppContext,
  { release, year }: { release?: string | undefined; year?: string | undefined },
): Promise<string | null> {
  if (release !== undefined || year === undefined) return release ?? null;
  const { releases } = await query(context, ReleasesDocument, { lang: context.lang });
  return found(releases.find(({ asOfYear }) => asOfYear === Number(year)) ?? null).number;
}

async function read(
  context: AppContext,
  area: string,
  release: string | null,
  actions: readonly string[],
): Promise<Brief> {
  const { lang } = context;
  const { BriefCountryDocument, BriefRegionDocument } = await documents();
  const { countryBrief, regionBrief } = await briefData();
  if (area === 'region') {
    const { scorecard, compare } = await query(context, BriefRegionDocument, { lang, release });
    return regionBrief(found(scorecard), compare?.choices ?? [], actions);
  }
  const { country } = await query(context, BriefCountryDocument, { lang, release, iso3: area });
  return countryBrief(found(country), actions);
}

const briefRoute = createRoute({
  getParentRoute: () => paperRoute,
  ...page('/brief/$area', 'brief', { catalog: ['levels'] }),
  validateSearch: (search: Record<string, unknown>) => keep('brief', search),
  loaderDeps: ({ search: { release, year, actions } }) => ({ release, year, actions }),
  loader: async ({ context, params: { lang, area }, deps }) => {
    const { BriefChangesDocument, BriefChartsDocument } = await documents();
    const asked = await releaseOf(context, deps);
    const brief = await read(context, area, asked, deps.actions?.split('~') ?? []);
    const release = brief.release.number;
    const indicators = (await briefData()).chartsOf(brief);
    const [{ changes }, { compare }] = await Promise.all([
      query(context, BriefChangesDocument, {
        lang,
        from: brief.release.previous,
        to: release,
        area: brief.country?.code ?? null,
      }),
      query(context, BriefChartsDocument, { lang, release, indicators }),
    ]);
    const charts = compare?.indicators.filter(({ indicator }) =>
      indicators.includes(indicator.code),
    );
    return { release: brief.release, brief, changes, charts: charts ?? [] };
  },
  head: ({ match: { context }, params, loaderData }) => {
    const { t } = context.i18n;
    const area = loaderData?.brief.country?.name.text ?? t('scorecard.allFour');
    return pageHead(
      context,
      `/brief/${params.area}`,
      t('brief:title', { area }),
      t('brief:description', { area }),
    );
  },
});

export const briefRoutes = paperRoute.addChildren([briefRoute]);
