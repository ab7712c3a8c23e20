import { isScored as isScoredIn, strongestRole } from '@qadam/domain';
import { nameHasUnit } from '../../ui/name-has-unit.ts';
import type { ComparedPartsQuery } from './breakdowns.generated.ts';
import type { IndicatorQuery } from './indicator-page.generated.ts';

export type IndicatorData = NonNullable<IndicatorQuery['indicator']> & {
  /** Of areas with more parts than came with the page, those that its view compares. */
  compared?: NonNullable<ComparedPartsQuery['comparedParts']>;
  /** A part whose receipt is open, where it did not come with the page. */
  receipt?: { area: string; value: IndicatorSeries['values'][number] } | null;
};
export type IndicatorSeries = NonNullable<IndicatorQuery['indicator']>['series'][number];
export type IndicatorFacts = IndicatorData['indicator'];
export type IndicatorTarget = NonNullable<IndicatorSeries['target']>;
export type IndicatorAssessment = NonNullable<IndicatorSeries['assessment']>;
export type IndicatorSource = IndicatorData['sources'][number];
/** Names of the areas by code. */
export type Names = Readonly<Record<string, string>>;

export function namesOf(areas: IndicatorData['areas']): Names {
  return Object.fromEntries(areas.map(({ code, name }) => [code, name.text]));
}

/** The newest year of which something is known, if only that it is hidden: then no older value takes its place. */
export function newestOf({
  values,
}: Pick<IndicatorSeries, 'values'>): IndicatorSeries['values'][number] | undefined {
  return values
    .filter(({ value, obsStatus }) => value !== null || obsStatus === 'Q')
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
}

/** The unit, unless the name says it already. */
export const unitIfNotNamed = (indicator: IndicatorFacts): string | null =>
  indicator.kind !== 'NUMERIC' || nameHasUnit(indicator) ? null : indicator.unitText.text;

/** Context is never scored: without a good direction, or in no action other than as context. */
export function isScored({
  indicator,
  actions,
}: Pick<IndicatorData, 'indicator' | 'actions'>): boolean {
  return isScoredIn({ ...indicator, role: strongestRole(actions.map(({ role }) => role)) });
}

/** Whether anybody published anything, of the whole or of a part. */
export const isReported = (
  series: readonly Pick<IndicatorSeries, 'values' | 'breakdowns' | 'alternatives'>[],
): boolean =>
  series.some(
    ({ values, breakdowns, alternatives }) =>
      values.length + breakdowns.length + alternatives.length > 0,
  );

/** Whether all parts of an area came with the page: of many only the first do. */
export const holdsAllParts = ({
  breakdowns,
  breakdownCount,
}: Pick<IndicatorSeries, 'breakdowns' | 'breakdownCount'>): boolean =>
  breakdowns.length >= breakdownCount;

/** The words for regions and groups by code. */
export const wordsOf = ({ parts }: Pick<IndicatorData, 'parts'>): Names =>
  Object.fromEntries(parts.map(({ code, name }) => [code, name.text]));
