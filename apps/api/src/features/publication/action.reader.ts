import type { EntityManager } from '@mikro-orm/postgresql';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { ActionPage } from './action-page.type.ts';
import { actionCell } from './cells.ts';
import type { PublicDocument } from './document.type.ts';
import { documents } from './documents.ts';
import { laws, toLaw, type LawRow } from './laws.ts';
import {
  areasOf,
  eventTeller,
  shortSeries,
  toAction,
  toArea,
  toIndicator,
  type SeriesRows,
} from './page-parts.ts';
import {
  ACTION_FIELDS,
  type ActionRow,
  type AreaRow,
  AREAS,
  ASSESSMENT_FIELDS,
  type Before,
  before,
  type DescribedIndicator,
  describedIndicators,
  type EventRow,
  events,
  LINK_FIELDS,
  type LinkRow,
  points,
  sources,
  targetPoints,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { rows, standing } from './standing.ts';
import type { Source } from './source.type.ts';
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
  documents: PublicDocument[];
  sources: Source[];
  before: Before | null;
}

const CODE = `(select code from at)`;
const OWN = `in (select l.indicator from ${standing('action_indicator')} l where l.action = ${CODE})`;
const EVENTS = `(t.action = ${CODE} or t.indicator ${OWN})`;

const SQL = `with at as (select ?::int as release, ?::text as code)
  select ${AREAS} as areas, ${FIRST_YEAR}, ${before(`x.subject = ${CODE}`)} as before,
    ${rows({ from: standing('action'), fields: ACTION_FIELDS, where: `t.code = ${CODE}` })} as actions,
    ${rows({ from: standing('action_indicator'), fields: LINK_FIELDS, where: `t.action = ${CODE}`, order: 't.position' })} as links,
    ${describedIndicators(`t.code ${OWN}`)} as indicators, ${laws(`t.indicator ${OWN}`)} as laws,
    ${rows({
      from: standing('assessment'),
      fields: ASSESSMENT_FIELDS,
      where: `(t.kind = 'ACTION' and t.subject = ${CODE}) or (t.kind = 'INDICATOR' and t.subject ${OWN})`,
    })} as assessments,
    ${points(`t.indicator ${OWN}`)} as points, ${targetPoints(`t.indicator ${OWN}`)} as targets, ${events(EVENTS)} as events,
    ${documents(`t.indicator ${OWN}`)} as documents,
    ${sources(`t.id in (select t.source from ${standing('event')} t where ${EVENTS}
      union select v.source from ${standing('value')} v where v.indicator ${OWN})`)} as sources`;

/** One action: how far it is in each country, its laws as matrices, its numbers as short series, the dated facts behind them. */
export async function readAction(
  em: EntityManager,
  code: string,
  lang: Language,
  number?: string | null,
  year?: number | null,
): Promise<ActionPage | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence, code]);
  const action = read?.actions[0];
  if (!read || !action) return null;
  const view = await viewOf(em, release, read, year);
  const areas = areasOf(action.scope, read.areas).map((area) => area.code);
  const cells = new Map(
    view.assessments
      .filter(({ kind, subject }) => kind === 'ACTION' && subject === code)
      .map((row) => [row.area, row]),
  );
  const series = shortSeries(
    {
      ...read,
      assessments: view.assessments,
      points: upTo(read.points, view.year),
    },
    lang,
  );
  const fact = factTeller(read, view.year, lang);
  const linked = read.links.flatMap(({ indicator: of, role }) => {
    const indicator = read.indicators.find((row) => row.code === of);
    return indicator ? [{ indicator, role }] : [];
  });
  const isLaw = ({ indicator }: (typeof linked)[number]) => indicator.kind === 'MILESTONE';
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    areas: read.areas.map((area) => toArea(area, lang)),
    action: toAction(action, lang),
    cells: areas.flatMap((area) => {
      const row = cells.get(area);
      return row ? [actionCell(row, view, fact(code, area))] : [];
    }),
    laws: linked.filter(isLaw).map(({ indicator, role }) =>
      toLaw(indicator, [role], {
        areas,
        laws: read.laws,
        assessments: view.assessments,
        year: view.year,
        lang,
      }),
    ),
    indicators: linked
      .filter((one) => !isLaw(one))
      .map(({ indicator, role }) => ({
        indicator: toIndicator(indicator, lang),
        definition: pickText(indicator.definition, lang),
        role,
        provider: indicator.provider && pickText(indicator.provider, lang),
        series: areas.map((area) => series(indicator, area)),
      })),
    events: read.events.map(eventTeller(read.indicators, lang)),
    documents: read.documents,
    sources: read.sources,
  };
}
