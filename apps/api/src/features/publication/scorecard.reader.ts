import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotal } from '../../database/cell-columns.ts';
import type { Language } from '../../graphql/enums.ts';
import { actionCell } from './cells.ts';
import { laws, type LawRow } from './laws.ts';
import { byCell } from './by-cell.ts';
import { areasOf, toAction, toArea } from './page-parts.ts';
import {
  ACTIONS,
  AREAS,
  ASSESSMENT_FIELDS,
  INDICATORS,
  LINKS,
  type ActionRow,
  type AreaRow,
  type AssessmentRowOf,
  type Before,
  before,
  type IndicatorRowOf,
  type LinkRow,
  type PointRow,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import type { Scorecard } from './scorecard.type.ts';
import { rows, standing } from './standing.ts';
import { factTeller } from './told-facts.ts';
import { FIRST_YEAR } from './year-facts.ts';
import { viewOf } from './year-view.ts';

interface Read {
  areas: AreaRow[];
  firstYear: number;
  actions: ActionRow[];
  links: LinkRow[];
  indicators: IndicatorRowOf[];
  assessments: AssessmentRowOf[];
  laws: LawRow[];
  points: Pick<PointRow, 'indicator' | 'area' | 'year' | 'value' | 'status'>[];
  before: Before | null;
}

const POINTS = rows({
  from: `(select v.*, v.obs_status as status from ${standing('value')} v where ${isTotal('v')}
    and v.indicator in (select l.indicator from ${standing('action_indicator')} l))`,
  fields: 'indicator area year #value status',
  order: 't.year',
});

const SQL = `with at as (select ?::int as release)
  select ${AREAS} as areas, ${FIRST_YEAR}, ${ACTIONS} as actions, ${LINKS} as links, ${INDICATORS} as indicators, ${before()} as before,
    ${rows({ from: standing('assessment'), fields: ASSESSMENT_FIELDS })} as assessments, ${laws()} as laws, ${POINTS} as points`;

/** How far every action is, per country or once for all, with the one line that tells most of it. */
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
  const view = await viewOf(em, release, read, year);
  const actionRow = byCell(
    view.assessments.filter(({ kind }) => kind === 'ACTION'),
    (row) => row.subject,
  );
  const fact = factTeller(read, view.year, lang);
  return {
    release,
    year: view.year,
    firstYear: view.firstYear,
    areas: read.areas.map((area) => toArea(area, lang)),
    rows: read.actions.map((action) => ({
      action: toAction(action, lang),
      cells: areasOf(action.scope, read.areas).flatMap(({ code: area }) =>
        actionRow(action.code, area).map((row) => actionCell(row, view, fact(action.code, area))),
      ),
    })),
  };
}
