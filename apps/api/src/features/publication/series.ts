import { isTotalPart, METHOD_VERSION, type Part, partKey, progressSeries } from '@qadam/domain';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { exactText } from '../../assessments/assessment-row.ts';
import { by, cellOf, exact, isTotal, sameCell } from '../../database/expressions.ts';
import type { ASKED } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { IndicatorAssessment, Series, Value } from './series.type.ts';
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
import type { Reading } from './release.reader.ts';
import { type Row, rowsAsOf } from './rows-as-of.ts';
import { localized } from './page-parts.ts';

const eb = expressionBuilder<PublicTables>();

/** What only some readers ask for: of a value what is said of it beside the figure (`said`), and when it was withdrawn. */
export type ValueParts = Readonly<
  Record<'breakdowns' | 'said' | 'withdrawn' | 'oneCountry', boolean>
>;

/** The values of an indicator; by part and year. */
export const valuesOf = (
  { at, code, areas }: Pick<typeof ASKED, 'at' | 'code' | 'areas'>,
  { breakdowns, said, withdrawn, oneCountry }: ValueParts,
) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .select(['t.area', 't.year', 't.sex', 't.age', 't.urbanisation', 't.region', 't.breakdown'])
    .select([orNone('value'), 't.obs_status as obsStatus', 't.source'])
    .$if(said, (all) =>
      all
        .select([orNone('numerator'), orNone('denominator'), 't.missing_reason as missingReason'])
        .select(['t.source_text as sourceText', 't.body', 't.period', 't.provision'])
        .select(['t.fact_date as factDate', 't.basis', 't.note', 't.via', 't.revision', 't.reason'])
        .select(['t.submitted_on as submittedOn', 't.approved_on as approvedOn'])
        .select('t.from_release as began'),
    )
    .$if(withdrawn, (all) =>
      all
        .leftJoin('publication.tombstone as w', (on) => on.on(sameCell('w', 't')))
        .select(releaseDay(sql.ref('w.withdrawn_at')).$castTo<string | null>().as('withdrawnOn')),
    )
    .where('t.indicator', '=', code)
    .$if(!breakdowns, (all) => all.where(isTotal('t')))
    .$if(oneCountry, (all) => all.where('t.area', '=', areas))
    .$call(by('t.area', 't.year', 't.sex', 't.age', 't.urbanisation', 't.region', 't.breakdown'));

/** What stood in earlier releases and no longer does, oldest first. */
export const endedOf = ({ at, code }: Pick<typeof ASKED, 'at' | 'code'>) =>
  eb
    .selectFrom('publication.value as t')
    .select(cellOf('t'))
    .select([orNone('value'), 't.obs_status as obsStatus', 't.from_release as began'])
    .where('t.indicator', '=', code)
    .where('t.until_release', '<=', at)
    .orderBy('t.from_release');

/** The plans of an indicator. */
export const targetsOf = (at: Expression<number>, code: Expression<string>) =>
  targetPoints(at)
    .select(['t.version', 't.baseline_year as baselineYear', 't.path', 't.citation', 't.rationale'])
    .select(['t.baseline_source as baselineSource', 't.confirmed_on as confirmedOn'])
    .select([exact<string | null>('t.baseline_value').as('baselineValue')])
    .select(exact('t.tolerance').as('tolerance'))
    .where('t.indicator', '=', code);

/** Its competing figures. */
export const alternativesOf = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('alternative', at).as('t'))
    .select(['t.area', 't.year', exact('t.value').as('value'), 't.source', 't.note', 't.chosen'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.source'));

/** Its breakdowns that are not shown. */
export const withheldOf = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('withheld', at).as('t'))
    .select(['t.area', 't.year', 't.face'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.face'));

/** Without what was not asked for. */
export interface SeriesParts {
  values?: Row<typeof valuesOf>[];
  ended?: Row<typeof endedOf>[];
  targets?: Row<typeof targetsOf>[];
  assessments?: AssessmentRowOf[];
  breaks?: Row<typeof breaks>[];
  alternatives?: Row<typeof alternativesOf>[];
  withheld?: Row<typeof withheldOf>[];
}

type Told = Pick<Reading, 'release' | 'frame' | 'releases' | 'lang'>;

/** A function that tells everything published of one indicator in one area. */
export function seriesTeller(
  parts: SeriesParts,
  indicator: Pick<IndicatorRowOf, 'kind' | 'direction'>,
  { release, frame, releases, lang }: Told,
): (area: string) => Series {
  const current = release.methodVersion === METHOD_VERSION;
  const inArea = <T extends { area: string }>(list?: readonly T[]) => {
    const found = list && Map.groupBy(list, (row) => row.area);
    return (area: string) => found?.get(area) ?? [];
  };
  const valuesIn = inArea(parts.values);
  const targetsIn = inArea(parts.targets);
  const assessmentsIn = inArea(parts.assessments);
  const breaksIn = inArea(parts.breaks);
  const alternativesIn = inArea(parts.alternatives);
  const withheldIn = inArea(parts.withheld);
  const endedIn = parts.ended && Map.groupBy(parts.ended, cellKeyOf);
  const bornIn = (began: number) => releases.get(began) ?? { number: '', publishedOn: '' };
  const tell = (
    { began = 0, body, note, ...row }: Row<typeof valuesOf>,
    progress: string | null,
  ): Value => {
    const names = body == null ? undefined : frame.bodies.get(body);
    const born = bornIn(began);
    return {
      ...NOTHING_SAID,
      ...row,
      progress,
      note: note ? pickText(note, lang) : null,
      body: names ? pickText(names, lang) : null,
      since: born.number,
      sinceOn: born.publishedOn,
      earlier: ((row.obsStatus !== 'Q' && endedIn?.get(cellKeyOf(row))) || [])
        .filter(({ value, obsStatus }) => value !== row.value || obsStatus !== row.obsStatus)
        .map(({ value, obsStatus, began: then }) => {
          const { number, publishedOn } = bornIn(then);
          return { release: number, publishedOn, value, obsStatus };
        }),
    };
  };
  return (area) => {
    const [target = null] = targetsIn(area);
    const [assessment] = assessmentsIn(area);
    const breaks = breaksIn(area);
    const values = valuesIn(area);
    const totals = values.filter(isTotalPart);
    const shares = assessment
      ? sharesOf({
          indicator,
          cell: assessment,
          values: totals.map((row) => {
            const source = row.source === null ? undefined : frame.sources.get(row.source);
            return {
              year: row.year,
              value: row.value,
              status: row.obsStatus,
              assessable: source?.kind !== 'MEDIA',
            };
          }),
          target,
          breaks,
          current,
        })
      : new Map<number, string | null>();
    return {
      area,
      values: totals.map((row) => tell(row, shares.get(row.year) ?? null)),
      breakdowns: values.filter((row) => !isTotalPart(row)).map((row) => tell(row, null)),
      target: target && {
        ...localized(target, lang, 'rationale'),
        citation: target.citation && pickText(target.citation, lang),
      },
      assessment: assessment ? toAssessment(assessment) : null,
      breaks: breaks.map((row) => localized(row, lang, 'note')),
      alternatives: alternativesIn(area).map((row) => localized(row, lang, 'note', 'chosen')),
      withheld: withheldIn(area),
    };
  };
}

/** Stands where it was not asked for. */
const NOTHING_SAID = {
  numerator: null,
  denominator: null,
  missingReason: null,
  sourceText: null,
  period: null,
  factDate: null,
  provision: null,
  basis: null,
  via: null,
  submittedOn: null,
  approvedOn: null,
  revision: null,
  reason: null,
  withdrawnOn: null,
};

const cellKeyOf = (row: Part & { area: string; year: number }): string =>
  `${row.area} ${row.year} ${partKey(row)}`;

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
