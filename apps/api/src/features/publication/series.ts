import { METHOD_VERSION, type Part, partKey, progressSeries } from '@qadam/domain';
import { type Expression, expressionBuilder, type RawBuilder, sql } from 'kysely';
import { type AssessmentDetail, exactText } from '../../assessments/assessment-row.ts';
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

/** Parts of a value that only some readers ask for: its details besides the figure (`said`), and when it was withdrawn. */
export type ValueParts = Readonly<Record<'said' | 'withdrawn' | 'oneCountry', boolean>>;

type OfIndicator = Pick<typeof ASKED, 'at' | 'code' | 'areas'>;

/** The values of a release, `t`. */
export const valuesIn = (
  at: OfIndicator['at'],
  { said, withdrawn }: Omit<ValueParts, 'oneCountry'>,
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
    );

/** The values of an indicator. */
export const valuesOf = (
  { at, code }: Pick<OfIndicator, 'at' | 'code'>,
  parts: Omit<ValueParts, 'oneCountry'>,
) => valuesIn(at, parts).where('t.indicator', '=', code);
export type ValueRow = Row<typeof valuesOf>;

/** The totals of an indicator. */
export const totalsOf = (asked: OfIndicator, { oneCountry, ...parts }: ValueParts) =>
  valuesOf(asked, parts)
    .where(isTotal('t'))
    .$if(oneCountry, (all) => all.where('t.area', '=', asked.areas))
    .$call(by('t.area', 't.year'));

/** Rows `t` of earlier releases that `isAsked` selects and that release `at` no longer has, oldest first. */
export const endedOf = (at: Expression<number>, isAsked: RawBuilder<boolean>) =>
  eb
    .selectFrom('publication.value as t')
    .select(cellOf('t'))
    .select([orNone('value'), 't.obs_status as obsStatus', 't.from_release as began'])
    // `coalesce` keeps this condition out of the index of ended rows, which holds a tenth of all values: rows are found by their cell
    .where(sql<boolean>`coalesce(t.until_release <= ${at}, false)`)
    .where(isAsked)
    .orderBy('t.from_release');

/** The plans of an indicator. */
export const targetsOf = (at: Expression<number>, code: Expression<string>) =>
  targetPoints(at)
    .select(['t.version', 't.baseline_year as baselineYear', 't.path', 't.citation', 't.rationale'])
    .select(['t.baseline_source as baselineSource', 't.confirmed_on as confirmedOn'])
    .select([exact<string | null>('t.baseline_value').as('baselineValue')])
    .select(exact('t.tolerance').as('tolerance'))
    .where('t.indicator', '=', code);

/** The competing figures of an indicator. */
export const alternativesOf = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('alternative', at).as('t'))
    .select(['t.area', 't.year', exact('t.value').as('value'), 't.source', 't.note', 't.chosen'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.source'));

/** The breakdowns of an indicator that are not shown. */
export const withheldOf = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('withheld', at).as('t'))
    .select(['t.area', 't.year', 't.face'])
    .where('t.indicator', '=', code)
    .$call(by('t.year', 't.face'));

/** Lists that were not asked for are missing. */
export interface SeriesParts {
  values?: ValueRow[];
  parts?: ValueRow[];
  tallies?: { area: string; rows: number }[];
  ended?: Row<typeof endedOf>[];
  targets?: Row<typeof targetsOf>[];
  assessments?: AssessmentRowOf[];
  breaks?: Row<typeof breaks>[];
  alternatives?: Row<typeof alternativesOf>[];
  withheld?: Row<typeof withheldOf>[];
}

type Told = Pick<Reading, 'release' | 'frame' | 'releases' | 'lang'>;

/** A function that makes a value for an answer, with what earlier releases showed in its cell. */
export function valueTeller(
  ended: readonly Row<typeof endedOf>[],
  { frame, releases, lang }: Pick<Told, 'frame' | 'releases' | 'lang'>,
): (row: ValueRow, progress?: string | null) => Value {
  const endedIn = Map.groupBy(ended, cellKeyOf);
  const bornIn = (began: number) => releases.get(began) ?? { number: '', publishedOn: '' };
  return (row, progress = null) => {
    const { began = 0, body, note } = row;
    const names = body == null ? undefined : frame.bodies.get(body);
    const born = bornIn(began);
    // the row is spread first: V8 copies the first of several objects as a whole, all others field by field, which takes twenty times as long
    return {
      ...(isSaid(row) ? row : { ...NOTHING_SAID, ...row }),
      withdrawnOn: row.withdrawnOn ?? null,
      progress,
      note: note ? pickText(note, lang) : null,
      body: names ? pickText(names, lang) : null,
      since: born.number,
      sinceOn: born.publishedOn,
      earlier: ((row.obsStatus !== 'Q' && endedIn.get(cellKeyOf(row))) || [])
        .filter(({ value, obsStatus }) => value !== row.value || obsStatus !== row.obsStatus)
        .map(({ value, obsStatus, began: then }) => {
          const { number, publishedOn } = bornIn(then);
          return { release: number, publishedOn, value, obsStatus };
        }),
    };
  };
}

/** A function that makes the series of one indicator in one area with everything published about it. */
export function seriesTeller(
  parts: SeriesParts,
  indicator: Pick<IndicatorRowOf, 'kind' | 'direction'>,
  reading: Told,
): (area: string) => Series {
  const { release, frame, lang } = reading;
  const current = release.methodVersion === METHOD_VERSION;
  const inArea = <T extends { area: string }>(list?: readonly T[]) => {
    const found = list && Map.groupBy(list, (row) => row.area);
    return (area: string) => found?.get(area) ?? [];
  };
  const valuesIn = inArea(parts.values);
  const partsIn = inArea(parts.parts);
  const talliesIn = inArea(parts.tallies);
  const targetsIn = inArea(parts.targets);
  const assessmentsIn = inArea(parts.assessments);
  const breaksIn = inArea(parts.breaks);
  const alternativesIn = inArea(parts.alternatives);
  const withheldIn = inArea(parts.withheld);
  const tell = valueTeller(parts.ended ?? [], reading);
  return (area) => {
    const [target = null] = targetsIn(area);
    const [assessment] = assessmentsIn(area);
    const breaks = breaksIn(area);
    const totals = valuesIn(area);
    const [tally] = talliesIn(area);
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
      breakdowns: partsIn(area).map((row) => tell(row)),
      breakdownCount: tally ? tally.rows - totals.length : 0,
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

/** Were the details of the value read, besides its figure? */
const isSaid = (
  row: ValueRow,
): row is ValueRow & Required<Pick<ValueRow, keyof typeof NOTHING_SAID>> => row.began !== undefined;

/** Values for details that were not asked for. */
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
};

const cellKeyOf = (row: Part & { area: string; year: number }): string =>
  `${row.area} ${row.year} ${partKey(row)}`;

/** Indicators in a release have all of this. */
type Detail = Required<
  Pick<AssessmentDetail, 'expectedShare' | 'expectedValue' | 'projection' | 'benchmarkGaps'>
>;

/** Copies the named fields only, because the metadata file of an indicator publishes the object as it is. */
function toAssessment(row: AssessmentRowOf): IndicatorAssessment {
  const { status, progress, pace, latestYear, latestValue } = row;
  const { expectedShare, expectedValue, projection, benchmarkGaps } = row.detail as Detail;
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
  /** Was the release assessed by today's rules? */
  current: boolean;
}

/**
 * The progress share by year. The latest one is as published. Earlier ones are computed from the same released figures by the same rule, unless the
 * release was assessed by an older version of it; none are given if the assessment itself is hidden.
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
