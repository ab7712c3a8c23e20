import { isScored as isScoredIn, strongestRole } from '@qadam/domain';
import { namesOf, type Names } from '../../ui/area-names.ts';
import { nameHasUnit } from '../../ui/name-has-unit.ts';
import type { ComparedPartsQuery } from './breakdowns.generated.ts';
import type { IndicatorQuery } from './indicator-page.generated.ts';

export type IndicatorData = NonNullable<IndicatorQuery['indicator']> & {
  /** The parts that the view compares, for areas with more parts than came with the page. */
  compared?: NonNullable<ComparedPartsQuery['comparedParts']>;
  /** The part whose receipt is open, if it did not come with the page. */
  receipt?: { area: string; value: IndicatorSeries['values'][number] } | null;
};
export type IndicatorSeries = NonNullable<IndicatorQuery['indicator']>['series'][number];
export type IndicatorFacts = IndicatorData['indicator'];
export type IndicatorTarget = NonNullable<IndicatorSeries['target']>;
export type IndicatorAssessment = NonNullable<IndicatorSeries['assessment']>;
export type IndicatorSource = IndicatorData['sources'][number];

/** The value of the newest year that is published or hidden. A hidden one is never replaced by an older value. */
export function newestOf({
  values,
}: Pick<IndicatorSeries, 'values'>): IndicatorSeries['values'][number] | undefined {
  return values
    .filter(({ value, obsStatus }) => value !== null || obsStatus === 'Q')
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
}

/** The unit, unless it is part of the indicator's name. */
export const unitIfNotNamed = (indicator: IndicatorFacts): string | null =>
  indicator.kind !== 'NUMERIC' || nameHasUnit(indicator) ? null : indicator.unitText.text;

/** Can the indicator be scored? Not if it has no good direction, or is only context in all its actions. */
export function isScored({
  indicator,
  actions,
}: Pick<IndicatorData, 'indicator' | 'actions'>): boolean {
  return isScoredIn({ ...indicator, role: strongestRole(actions.map(({ role }) => role)) });
}

/** Has anybody published a value, of the whole or of a part? */
export const isReported = (
  series: readonly Pick<IndicatorSeries, 'values' | 'breakdowns' | 'alternatives'>[],
): boolean =>
  series.some(
    ({ values, breakdowns, alternatives }) =>
      values.length + breakdowns.length + alternatives.length > 0,
  );

/** Did all parts of an area come with the page? If there are many, only the first do. */
export const holdsAllParts = ({
  breakdowns,
  breakdownCount,
}: Pick<IndicatorSeries, 'breakdowns' | 'breakdownCount'>): boolean =>
  breakdowns.length >= breakdownCount;

/** The names of regions and groups by code. */
export const wordsOf = ({ parts }: Pick<IndicatorData, 'parts'>): Names => namesOf(parts);
