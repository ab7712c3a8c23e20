import type { EntityManager } from '@mikro-orm/postgresql';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { ActionPage } from './action-page.type.ts';
import { actionCell } from './cells.ts';
import type { PublicDocument } from './document.type.ts';
import { documents } from './documents.ts';
import { nextMilestones } from './milestones.ts';
import {
  areasOf,
  shortSeries,
  toAction,
  toArea,
  toEvent,
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
  type EventRow,
  events,
  INDICATOR_FIELDS,
  type IndicatorRowOf,
  LINK_FIELDS,
  type LinkRow,
  points,
  sources,
  targetPoints,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { BEFORE } from './scorecard.reader.ts';
import { rows, standing } from './standing.ts';
import type { Source } from './source.type.ts';
import { FIRST_YEAR } from './year-facts.ts';
import { upTo, viewOf } from './year-view.ts';

interface Read extends SeriesRows {
  areas: AreaRow[];
  firstYear: number | null;
  actions: ActionRow[];
  links: LinkRow[];
  indicators: (IndicatorRowOf & { definition: Texts })[];
  events: EventRow[];
  documents: PublicDocument[];
  sources: Source[];
  before: Before | null;
}

const CODE = `(select code from at)`;
const OWN = `in (select l.indicator from ${standing('action_indicator')} l where l.action = ${CODE})`;
const EVENTS = `(t.action = ${CODE} or t.indicator ${OWN})`;

const SQL = `with at as (select ?::int as release, ?::text as code)
  select ${AREAS} as areas, ${FIRST_YEAR}, ${BEFORE} as before,
    ${rows({ from: standing('action'), fields: ACTION_FIELDS, where: `t.code = ${CODE}` })} as actions,
    ${rows({ from: standing('action_indicator'), fields: LINK_FIELDS, where: `t.action = ${CODE}`, order: 't.position' })} as links,
    ${rows({ from: standing('indicator'), fields: `${INDICATOR_FIELDS} definition`, where: `t.code ${OWN}` })} as indicators,
    ${rows({
      from: standing('assessment'),
      fields: ASSESSMENT_FIELDS,
      where: `(t.level = 'ACTION' and t.subject = ${CODE}) or (t.level = 'INDICATOR' and t.subject ${OWN})`,
    })} as assessments,
    ${points(`t.indicator ${OWN}`)} as points, ${targetPoints(`t.indicator ${OWN}`)} as targets, ${events(EVENTS)} as events,
    ${documents(`t.indicator ${OWN}`)} as documents,
    ${sources(`t.id in (select t.source from ${standing('event')} t where ${EVENTS}
      union select v.source from ${standing('value')} v where v.indicator ${OWN})`)} as sources`;

/** One action: its status per country, its indicators as short series, the dated facts behind them. */
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
      .filter(({ level, subject }) => level === 'ACTION' && subject === code)
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
  const indicators = read.links.flatMap(({ indicator: of, role }) => {
    const indicator = read.indicators.find((row) => row.code === of);
    if (!indicator) return [];
    return [
      {
        indicator: toIndicator(indicator, lang),
        definition: pickText(indicator.definition, lang),
        role,
        series: areas.map((area) => series(of, area)),
      },
    ];
  });
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    areas: read.areas.map((area) => toArea(area, lang)),
    action: toAction(action, lang),
    cells: areas.flatMap((area) => {
      const row = cells.get(area);
      return row ? [actionCell(row, release.methodVersion, view)] : [];
    }),
    indicators,
    milestones: nextMilestones(indicators, read.targets, view.year),
    events: read.events.map((event) => toEvent(event, lang)),
    documents: read.documents,
    sources: read.sources,
  };
}
