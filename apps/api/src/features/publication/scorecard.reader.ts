import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../../graphql/local-text.type.ts';
import { actionCell, countStatuses, indicatorCell, type Before } from './cells.ts';
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
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import type { Scorecard } from './scorecard.type.ts';
import { rows, standing } from './standing.ts';

interface Read {
  areas: AreaRow[];
  actions: ActionRow[];
  links: LinkRow[];
  indicators: IndicatorRowOf[];
  assessments: AssessmentRowOf[];
  context: PointRow[];
  before: Before | null;
}

export const BEFORE = `(select jsonb_build_object('methodVersion', r.method_version, 'rows', ${rows(
  {
    from: standing('assessment', 'at.release - 1'),
    fields: 'subject area status',
    where: `t.level = 'ACTION'`,
  },
)}) from publication.release r, at where r.sequence = at.release - 1)`;

const SQL = `with at as (select ?::int as release)
  select ${AREAS} as areas, ${ACTIONS} as actions, ${LINKS} as links, ${INDICATORS} as indicators, ${BEFORE} as before,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS, where: `t.level in ('ACTION', 'INDICATOR')` })} as assessments,
    ${points(`t.indicator in (select i.code from ${standing('indicator')} i where i.direction = 'NONE')`)} as context`;

/** Every action with its indicators, per country or once for all. */
export async function readScorecard(
  em: EntityManager,
  lang: Language,
  number?: string | null,
): Promise<Scorecard | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence]);
  if (!read) return null;
  const indicators = new Map(read.indicators.map((row) => [row.code, row]));
  const assessment = byCell(read.assessments, (row) => `${row.level} ${row.subject}`);
  const context = byCell(read.context, (row) => row.indicator);
  const lines = read.actions.map((action) => {
    const areas = areasOf(action.scope, read.areas).map(({ code }) => code);
    const ownIndicators = read.links.filter((link) => link.action === action.code);
    return {
      action: toAction(action, lang),
      cells: areas.flatMap((area) =>
        assessment(`ACTION ${action.code}`, area).map((row) =>
          actionCell(row, release.methodVersion, read.before),
        ),
      ),
      indicators: ownIndicators.flatMap(({ indicator: code, role }) => {
        const indicator = indicators.get(code);
        if (!indicator) return [];
        const cells = areas.map((area) =>
          indicatorCell(area, assessment(`INDICATOR ${code}`, area)[0], context(code, area)),
        );
        return [{ indicator: toIndicator(indicator, lang), role, cells }];
      }),
    };
  });
  return {
    release,
    areas: read.areas.map((area) => toArea(area, lang)),
    rows: lines,
    statusCounts: countStatuses(lines.flatMap(({ cells }) => cells.map(({ status }) => status))),
  };
}
