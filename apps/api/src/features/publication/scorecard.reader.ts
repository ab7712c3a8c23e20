import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotal } from '../../database/cell-columns.ts';
import type { Language } from '../../graphql/enums.ts';
import { actionCell, countStatuses, indicatorCell } from './cells.ts';
import { areasOf, byCell, toAction, toArea, toIndicator } from './page-parts.ts';
import {
  ACTIONS,
  AREAS,
  ASSESSMENT_FIELDS,
  INDICATORS,
  LINKS,
  points,
  type ActionRow,
  type AreaRow,
  type AssessmentRowOf,
  type IndicatorRowOf,
  type LinkRow,
  type PointRow,
  type Before,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import type { Scorecard } from './scorecard.type.ts';
import { rows, standing } from './standing.ts';
import { FIRST_YEAR } from './year-facts.ts';
import { upTo, viewOf } from './year-view.ts';

interface Read {
  areas: AreaRow[];
  firstYear: number | null;
  actions: ActionRow[];
  links: LinkRow[];
  indicators: IndicatorRowOf[];
  assessments: AssessmentRowOf[];
  context: PointRow[];
  trend: { indicator: string; area: string; year: number; value: string | null }[];
  before: Before | null;
}

export const BEFORE = `(select jsonb_build_object('methodVersion', r.method_version, 'rows', ${rows(
  {
    from: `(select a.subject, a.area, a.status, a.detail->'coverage'->'central' as central
      from ${standing('assessment', 'at.release - 1')} a where a.level = 'ACTION')`,
    fields: 'subject area status central',
  },
)}) from publication.release r, at where r.sequence = at.release - 1)`;

const SQL = `with at as (select ?::int as release)
  select ${AREAS} as areas, ${FIRST_YEAR}, ${ACTIONS} as actions, ${LINKS} as links, ${INDICATORS} as indicators, ${BEFORE} as before,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: `t.level in ('ACTION', 'INDICATOR')` })} as assessments,
    ${points(`t.indicator in (select i.code from ${standing('indicator')} i where i.direction = 'NONE')`)} as context,
    ${rows({ from: standing('value'), fields: 'indicator area year #value', where: isTotal('t'), order: 't.year' })} as trend`;

const TREND_YEARS = 10;

/** Every action with its indicators, per country or once for all. */
export async function readScorecard(
  em: EntityManager,
  lang: Language,
  number?: string | null,
  year?: number | null,
): Promise<Scorecard | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence]);
  if (!read) return null;
  const indicators = new Map(read.indicators.map((row) => [row.code, row]));
  const view = await viewOf(em, release, read, year);
  const assessment = byCell(view.assessments, (row) => `${row.level} ${row.subject}`);
  const context = byCell(upTo(read.context, view.year), (row) => row.indicator);
  const trend = byCell(
    upTo(read.trend, view.year).filter(({ year: of }) => of > view.year - TREND_YEARS),
    (row) => row.indicator,
  );
  const lines = read.actions.map((action) => {
    const areas = areasOf(action.scope, read.areas).map(({ code }) => code);
    const ownIndicators = read.links.filter((link) => link.action === action.code);
    return {
      action: toAction(action, lang),
      cells: areas.flatMap((area) =>
        assessment(`ACTION ${action.code}`, area).map((row) =>
          actionCell(row, release.methodVersion, view),
        ),
      ),
      indicators: ownIndicators.flatMap(({ indicator: code, role }) => {
        const indicator = indicators.get(code);
        if (!indicator) return [];
        const cells = areas.map((area) =>
          indicatorCell(area, assessment(`INDICATOR ${code}`, area)[0], context(code, area)),
        );
        const trends = areas.flatMap((area) => {
          const points = trend(code, area);
          const firstYear = points[0]?.year;
          if (firstYear === undefined) return [];
          const values = Array.from(
            { length: (points.at(-1)?.year ?? firstYear) - firstYear + 1 },
            (_, i) => points.find((point) => point.year === firstYear + i)?.value ?? null,
          );
          return [{ area, firstYear, values }];
        });
        return [{ indicator: toIndicator(indicator, lang), role, cells, trends }];
      }),
    };
  });
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    areas: read.areas.map((area) => toArea(area, lang)),
    rows: lines,
    statusCounts: countStatuses(lines.flatMap(({ cells }) => cells.map(({ status }) => status))),
  };
}
