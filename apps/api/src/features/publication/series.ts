import { pickText, type Language } from '../../graphql/local-text.type.ts';
import type { IndicatorAssessment } from './assessment.type.ts';
import type { AssessmentRowOf, Texts } from './public-rows.ts';
import type { Series } from './series.type.ts';
import type { Target } from './target.type.ts';
import { localized } from './texts.ts';
import type { Value } from './value.type.ts';

type InArea<T> = T & { area: string };

export interface SeriesParts {
  values: InArea<Omit<Value, 'note'> & { note: Texts | null }>[];
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

const DIMENSIONS = ['sex', 'age', 'urbanisation', 'region', 'breakdown'] as const;

/** Everything published of one indicator in one area. */
export function seriesOf(area: string, parts: SeriesParts, lang: Language): Series {
  const inArea = <T extends { area: string }>(list: readonly T[]) =>
    list.filter((row) => row.area === area);
  const values = inArea(parts.values).map((value) => ({
    ...value,
    note: value.note && pickText(value.note, lang),
  }));
  const isTotal = (value: Value) => DIMENSIONS.every((dimension) => value[dimension] === '_T');
  const target = inArea(parts.targets)[0];
  const assessment = inArea(parts.assessments)[0];
  return {
    area,
    values: values.filter(isTotal),
    breakdowns: values.filter((value) => !isTotal(value)),
    target: target ? toTarget(target, lang) : null,
    assessment: assessment ? toAssessment(assessment) : null,
    breaks: inArea(parts.breaks).map((row) => localized(row, lang, 'note')),
    alternatives: inArea(parts.alternatives).map((row) => localized(row, lang, 'note', 'chosen')),
    withheld: inArea(parts.withheld),
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

function toAssessment({
  status,
  progress,
  pace,
  latestYear,
  latestValue,
  detail,
}: AssessmentRowOf): IndicatorAssessment {
  const rest = detail as unknown as Omit<
    IndicatorAssessment,
    'status' | 'progress' | 'pace' | 'latestYear' | 'latestValue'
  >;
  return { status, progress, pace, latestYear, latestValue, ...rest };
}
