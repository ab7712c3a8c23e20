import { isTotalPart, progressSeries } from '@qadam/domain';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { exactText } from '../../assessments/assessment-row.ts';
import { by, exact, sameCell } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { IndicatorAssessment, Series } from './series.type.ts';
import { flagsOf, toLevel } from './cells.ts';
import type { IndicatorCell } from './progress.type.ts';
import {
  type AssessmentRowOf,
  type breaks,
  type IndicatorRowOf,
  orNone,
  type PointRow,
  targetPoints,
} from './public-rows.ts';
import { releaseDay } from './release-day.ts';
import { type Row, rowsAsOf } from './rows-as-of.ts';
import { localized } from './page-parts.ts';

const eb = expressionBuilder<PublicTables>();

/**
 * The rows of a release with the release they began in, and what stood in their place before; of a hidden one nothing, not
 * even that.
 */
export const values = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .innerJoin('publication.release as b', 'b.sequence', 't.from_release')
    .leftJoin('publication.tombstone as w', (on) => on.on(sameCell('w', 't')))
    .leftJoin(rowsAsOf('source', at).as('s'), 's.id', 't.source')
    .leftJoin(rowsAsOf('body', at).as('o'), 'o.code', 't.body')
    .select(['t.area', 't.year', 't.sex', 't.age', 't.urbanisation', 't.region', 't.breakdown'])
    .select((['value', 'numerator', 'denominator'] as const).map((name) => orNone(name)))
    .select(['t.obs_status as obsStatus', 't.missing_reason as missingReason', 't.source'])
    .select(['t.source_text as sourceText', 'o.names as bodyNames', 't.period', 't.provision'])
    .select(['t.fact_date as factDate', 't.basis', 't.note', 't.via', 't.revision', 't.reason'])
    .select(['t.submitted_on as submittedOn', 't.approved_on as approvedOn', 'b.number as since'])
    .select(releaseDay(sql.ref('b.published_at')).as('sinceOn'))
    .select(releaseDay(sql.ref('w.withdrawn_at')).$castTo<string | null>().as('withdrawnOn'))
    .select(sql<boolean>`s.kind is distinct from 'MEDIA'`.as('assessable'))
    .select(
      jsonArrayFrom(
        eb
          .selectFrom('publication.value as e')
          .innerJoin('publication.release as f', 'f.sequence', 'e.from_release')
          .select(['f.number as release', releaseDay(sql.ref('f.published_at')).as('publishedOn')])
          .select([exact<string | null>('e.value').as('value'), 'e.obs_status as obsStatus'])
          .where(sameCell('e', 't'))
          .where(
            sql<boolean>`e.from_release < t.from_release and t.obs_status <> 'Q'
              and (e.value, e.obs_status) is distinct from (t.value, t.obs_status)`,
          )
          .orderBy('e.from_release'),
      ).as('earlier'),
    )
    .where('t.indicator', '=', code)
    .$call(by('t.area', 't.year', 't.sex', 't.age', 't.urbanisation', 't.region', 't.breakdown'));

/** The plans of an indicator. */
export const targets = (at: number, code: string) =>
  targetPoints(at)
    .select(['t.version', 't.baseline_year as baselineYear', 't.path', 't.citation', 't.rationale'])
    .select(['t.baseline_source as baselineSource', 't.confirmed_on as confirmedOn'])
    .select([exact<string | null>('t.baseline_value').as('baselineValue')])
    .select(exact('t.tolerance').as('tolerance'))
    .where('t.indicator', '=', code);

/** Its competing figures. */
export const alternatives = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('alternative', at).as('t'))
    .select(['t.area', 't.year', exact('t.value').as('value'), 't.source', 't.note', 't.chosen'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.source'));

/** Its breakdowns that are not shown. */
export const withheld = (at: number, code: string) =>
  eb
    .selectFrom(rowsAsOf('withheld', at).as('t'))
    .select(['t.area', 't.year', 't.face'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.face'));

interface SeriesParts {
  values: Row<typeof values>[];
  targets: Row<typeof targets>[];
  assessments: AssessmentRowOf[];
  breaks: Row<typeof breaks>[];
  alternatives: Row<typeof alternatives>[];
  withheld: Row<typeof withheld>[];
}

/** Everything published of one indicator in one area. */
export function seriesOf(
  area: string,
  parts: SeriesParts,
  indicator: Pick<IndicatorRowOf, 'kind' | 'direction'>,
  { lang, current }: { lang: Language; current: boolean },
): Series {
  const inArea = <T extends { area: string }>(list: readonly T[]) =>
    list.filter((row) => row.area === area);
  const [target = null] = inArea(parts.targets);
  const [assessment] = inArea(parts.assessments);
  const breaks = inArea(parts.breaks);
  const values = inArea(parts.values).map((row) => ({ ...row, status: row.obsStatus }));
  const totals = values.filter(isTotalPart);
  const shares = assessment
    ? sharesOf({ indicator, cell: assessment, values: totals, target, breaks, current })
    : new Map<number, string | null>();
  const told = values.map(({ note, bodyNames, ...row }) => ({
    ...row,
    progress: (isTotalPart(row) ? shares.get(row.year) : null) ?? null,
    note: note && pickText(note, lang),
    body: bodyNames && pickText(bodyNames, lang),
  }));
  return {
    area,
    values: told.filter(isTotalPart),
    breakdowns: told.filter((row) => !isTotalPart(row)),
    target: target && {
      ...localized(target, lang, 'rationale'),
      citation: target.citation && pickText(target.citation, lang),
    },
    assessment: assessment ? toAssessment(assessment) : null,
    breaks: breaks.map((row) => localized(row, lang, 'note')),
    alternatives: inArea(parts.alternatives).map((row) => localized(row, lang, 'note', 'chosen')),
    withheld: inArea(parts.withheld),
  };
}

type Detail = Pick<
  IndicatorAssessment,
  'expectedShare' | 'expectedValue' | 'projection' | 'benchmarkGaps'
>;

/** Only the fields that are named: the metadata of an indicator hands them out as they are. */
function toAssessment(row: AssessmentRowOf): IndicatorAssessment {
  const { status, progress, pace, latestYear, latestValue } = row;
  const { expectedShare, expectedValue, projection, benchmarkGaps } =
    row.detail as unknown as Detail;
  return {
    ...{ status, progress, pace, latestYear, latestValue },
    ...{ expectedShare, expectedValue, projection, benchmarkGaps },
    level: toLevel(row),
    flags: flagsOf(row),
  };
}

interface Progressed {
  indicator: Pick<IndicatorRowOf, 'kind' | 'direction'>;
  cell: Pick<IndicatorCell, 'status' | 'progress' | 'latestYear'>;
  values: readonly Pick<PointRow, 'year' | 'value' | 'status' | 'assessable'>[];
  target: {
    baselineYear: number | null;
    baselineValue: string | null;
    points: readonly { year: number; value: string }[];
    tolerance: string | null;
  } | null;
  breaks: readonly { year: number }[];
  /** The release was assessed by the rules of today. */
  current: boolean;
}

/**
 * The share of the way by year. The latest one is the one that was published. The earlier ones are computed from the same
 * released figures by the same rule, unless the release was assessed by an older version of it; nothing is said where the
 * assessment itself is hidden.
 */
export function sharesOf(series: Progressed): Map<number, string | null> {
  const { cell, target, breaks, current } = series;
  const goal = target?.points.at(-1);
  const judged = cell.status !== 'SUPPRESSED' && cell.status !== 'NOT_APPLICABLE';
  const computed =
    current && judged && target && goal
      ? progressSeries({
          ...series.indicator,
          ...target,
          targetYear: goal.year,
          targetValue: goal.value,
          milestones: target.points.slice(0, -1),
          observations: series.values.filter(({ assessable }) => assessable),
          breaks: breaks.map(({ year }) => year),
        })
      : [];
  const shares = new Map(computed.map(({ year, progress }) => [year, exactText(progress)]));
  if (cell.latestYear !== null && cell.progress !== null)
    shares.set(cell.latestYear, cell.progress);
  return shares;
}
