import type { EntityManager } from '@mikro-orm/postgresql';
import { strongestRole } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { actionCell } from './cells.ts';
import { CONTACTS, toContact, type ContactRow } from './contact.ts';
import { HELP, toHelp } from './help-line.reader.ts';
import type { CountryPage, StandardGap } from './country-page.type.ts';
import { laws, toLaw, type LawRow } from './laws.ts';
import {
  eventTeller,
  shortSeries,
  toAction,
  toArea,
  toIndicator,
  type SeriesRows,
} from './page-parts.ts';
import {
  type ActionRow,
  ACTIONS,
  type AreaRow,
  AREAS,
  ASSESSMENT_FIELDS,
  type AssessmentRowOf,
  type Before,
  before,
  type DescribedIndicator,
  describedIndicators,
  type EventRow,
  events,
  type LinkRow,
  LINKS,
  points,
  sources,
  targetPoints,
} from './public-rows.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { BenchmarkGap } from './assessment.type.ts';
import type { PublicDocument } from './document.type.ts';
import { documents } from './documents.ts';
import { readRelease } from './release.reader.ts';
import type { Source } from './source.type.ts';
import { rows, standing } from './standing.ts';
import { factTeller } from './told-facts.ts';
import { FIRST_YEAR } from './year-facts.ts';
import { upTo } from './up-to.ts';
import { viewOf } from './year-view.ts';

interface Read extends SeriesRows {
  areas: AreaRow[];
  firstYear: number;
  actions: ActionRow[];
  links: LinkRow[];
  indicators: DescribedIndicator[];
  laws: LawRow[];
  events: EventRow[];
  sources: Source[];
  before: Before | null;
  help: Texts | null;
  documents: PublicDocument[];
  contacts: ContactRow[];
  benchmarks: { id: string; label: Texts }[];
}

const HERE = `t.area = (select code from at)`;
/** Regional actions and indicators are shown on every country's page. */
const hereOrGroup = (alias: string): string => `(${alias}.area = (select code from at)
  or ${alias}.area in (select a.code from ${standing('area')} a where a.kind = 'GROUP'))`;
const HERE_OR_GROUP = hereOrGroup('t');

const SQL = `with at as (select ?::int as release, ?::text as code)
  select ${AREAS} as areas, ${FIRST_YEAR}, ${ACTIONS} as actions, ${LINKS} as links, ${describedIndicators()} as indicators, ${laws(HERE_OR_GROUP)} as laws, ${before(hereOrGroup('x'))} as before, ${HELP} as help, ${CONTACTS} as contacts,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: HERE_OR_GROUP })} as assessments,
    ${points(HERE_OR_GROUP)} as points, ${targetPoints(HERE_OR_GROUP)} as targets, ${events(HERE)} as events, ${documents(HERE)} as documents,
    ${rows({ from: standing('benchmark'), fields: 'id label' })} as benchmarks,
    ${sources(`t.id in (select t.source from ${standing('event')} t where ${HERE} union select t.source from ${standing('value')} t where ${HERE_OR_GROUP})`)} as sources`;

/** One country: how its actions stand, and every indicator as a short series. */
export async function readCountry(
  em: EntityManager,
  iso3: string,
  lang: Language,
  number?: string | null,
  year?: number | null,
): Promise<CountryPage | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence, iso3]);
  const area = read?.areas.find(({ code, kind }) => code === iso3 && kind === 'COUNTRY');
  if (!read || !area) return null;
  const view = await viewOf(em, release, read, year);
  const group = read.areas.find(({ kind }) => kind === 'GROUP')?.code ?? iso3;
  const placeOf = (scope: string) => (scope === 'REGION' ? group : iso3);
  const series = shortSeries(
    {
      ...read,
      assessments: view.assessments,
      points: upTo(read.points, view.year),
    },
    lang,
  );
  const fact = factTeller(read, view.year, lang);
  const linksOf = ({ code }: DescribedIndicator) =>
    read.links.filter(({ indicator }) => indicator === code);
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    area: toArea(area, lang),
    actions: read.actions.flatMap((action) => {
      const row = view.assessments.find(
        ({ kind, subject, area: at }) =>
          kind === 'ACTION' && subject === action.code && at === placeOf(action.scope),
      );
      return row
        ? [
            {
              action: toAction(action, lang),
              cell: actionCell(row, view, fact(action.code, row.area)),
            },
          ]
        : [];
    }),
    laws: read.indicators
      .filter(({ kind }) => kind === 'MILESTONE')
      .map((indicator) =>
        toLaw(
          indicator,
          linksOf(indicator).map(({ role }) => role),
          {
            areas: [placeOf(indicator.scope)],
            laws: read.laws,
            assessments: view.assessments,
            year: view.year,
            lang,
          },
        ),
      ),
    indicators: read.indicators
      .filter(({ kind }) => kind !== 'MILESTONE')
      .map((indicator) => {
        const links = linksOf(indicator);
        return {
          indicator: toIndicator(indicator, lang),
          actions: links.map(({ action }) => action),
          role: strongestRole(links.map(({ role }) => role)),
          series: series(indicator, placeOf(indicator.scope)),
          gaps: gapsOf(
            view.assessments,
            indicator.code,
            placeOf(indicator.scope),
            read.benchmarks,
            lang,
          ),
        };
      }),
    events: read.events.map(eventTeller(read.indicators, lang)),
    documents: read.documents,
    sources: read.sources,
    contacts: read.contacts.map((contact) => toContact(contact, lang)),
    help: toHelp(read.help, lang),
  };
}

/** Only where there is something to say: a standard that can be compared with what was reported. */
function gapsOf(
  assessments: readonly AssessmentRowOf[],
  indicator: string,
  area: string,
  benchmarks: Read['benchmarks'],
  lang: Language,
): StandardGap[] {
  const row = assessments.find(
    ({ kind, subject, area: at }) => kind === 'INDICATOR' && subject === indicator && at === area,
  );
  const gaps = (row?.detail['benchmarkGaps'] ?? []) as BenchmarkGap[];
  return gaps.flatMap(({ benchmark, needed, shortBy, met, approximate, reason }) => {
    const label = benchmarks.find(({ id }) => id === benchmark)?.label;
    return label === undefined
      ? []
      : [{ label: pickText(label, lang), needed, shortBy, met, approximate, reason }];
  });
}
