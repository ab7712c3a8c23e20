import { isTotalPart, type ObservationStatus } from '@qadam/domain';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { IndicatorAssessment, Series, Target, Value } from './series.type.ts';
import { flagsOf } from './cells.ts';
import { toLevel } from './levels.ts';
import type { AssessmentRowOf, IndicatorRowOf } from './public-rows.ts';
import { sharesOf } from './shares.ts';
import { localized } from './texts.ts';

type InArea<T> = T & { area: string };

export interface SeriesParts {
  values: InArea<
    Omit<Value, 'note' | 'body' | 'progress'> & {
      note: Texts | null;
      bodyNames: Texts | null;
      assessable: boolean;
    }
  >[];
  targets: InArea<
    Omit<Target, 'citation' | 'rationale'> & { citation: Texts | null; rationale: Texts }
  >[];
  assessments: AssessmentRowOf[];
  breaks: InArea<{ year: number; kind: string; note: Texts; source: string | null }>[];
  alternatives: InArea<{
    year: number;
    value: string;
    source: string;
    note: Texts;
    chosen: Texts;
  }>[];
  withheld: InArea<{ year: number; face: string }>[];
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
  const [totals, parted] = [true, false].map((total) =>
    inArea(parts.values).filter((row) => isTotalPart(row) === total),
  ) as [Row[], Row[]];
  const target = inArea(parts.targets)[0];
  const assessment = inArea(parts.assessments)[0];
  const breaks = inArea(parts.breaks);
  const shares = assessment
    ? sharesOf({
        indicator,
        cell: assessment,
        values: totals.map((row) => ({ ...row, status: row.obsStatus as ObservationStatus })),
        target: target ?? null,
        breaks,
        current,
      })
    : new Map<number, string | null>();
  return {
    area,
    values: totals.map((row) => toValue(row, shares.get(row.year) ?? null, lang)),
    breakdowns: parted.map((row) => toValue(row, null, lang)),
    target: target ? toTarget(target, lang) : null,
    assessment: assessment ? toAssessment(assessment) : null,
    breaks: breaks.map((row) => localized(row, lang, 'note')),
    alternatives: inArea(parts.alternatives).map((row) => localized(row, lang, 'note', 'chosen')),
    withheld: inArea(parts.withheld),
  };
}

type Row = SeriesParts['values'][number];

function toValue(row: Row, progress: string | null, lang: Language): Value {
  const { note, bodyNames } = row;
  return {
    ...row,
    progress,
    note: note && pickText(note, lang),
    body: bodyNames && pickText(bodyNames, lang),
  };
}

function toTarget(
  { citation, rationale, ...target }: SeriesParts['targets'][number],
  lang: Language,
): Target {
  return {
    ...target,
    citation: citation && pickText(citation, lang),
    rationale: pickText(rationale, lang),
  };
}

type Detail = Pick<
  IndicatorAssessment,
  'expectedShare' | 'expectedValue' | 'projection' | 'benchmarkGaps'
>;

function toAssessment(row: AssessmentRowOf): IndicatorAssessment {
  const { status, progress, pace, latestYear, latestValue } = row;
  const { expectedShare, expectedValue, projection, benchmarkGaps } =
    row.detail as unknown as Detail;
  return {
    status,
    level: toLevel(row),
    progress,
    pace,
    latestYear,
    latestValue,
    expectedShare,
    expectedValue,
    flags: flagsOf(row),
    projection,
    benchmarkGaps,
  };
}
