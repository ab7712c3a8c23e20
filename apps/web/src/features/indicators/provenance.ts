import type { TFunction } from 'i18next';
import type { Format } from '../../ui/use-format.ts';
import type { IndicatorSeries, IndicatorSource } from './indicator-data.ts';

interface Years {
  from: number;
  to: number;
}

/** The values in the years shown that say something, if only that they are hidden. */
const shownValues = (series: readonly IndicatorSeries[], { from, to }: Years) =>
  series
    .flatMap(({ values }) => values)
    .filter(({ year, value, obsStatus }) => {
      const known = value !== null || obsStatus === 'Q';
      return known && year >= from && year <= to;
    });

/** Who published the plotted values, in the order they come up. */
export function publishersOf(
  series: readonly IndicatorSeries[],
  sources: readonly IndicatorSource[],
  years: Years,
): string[] {
  const publishers = shownValues(series, years).flatMap(
    ({ source, sourceText }) =>
      sources.find(({ id }) => id === source)?.publisher ?? sourceText ?? [],
  );
  return [...new Set(publishers)];
}

/** When the newest of them was handed in, approved and released, and how many were revised. */
export function provenanceOf(
  t: TFunction,
  format: Format,
  series: readonly IndicatorSeries[],
  years: Years,
): string[] {
  const values = shownValues(series, years);
  // ISO days: the last in the order of letters is the latest
  const newest = (days: (string | null)[]) =>
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1);
  const submitted = newest(values.map(({ submittedOn }) => submittedOn));
  const approved = newest(values.map(({ approvedOn }) => approvedOn));
  const updated = newest(values.map(({ sinceOn }) => sinceOn));
  const revised = values.filter(({ earlier }) => earlier.length > 0).length;
  return [
    submitted !== undefined && t('receipt.submittedOn', { date: format.date(submitted) }),
    approved !== undefined && t('indicator.approvedOn', { date: format.date(approved) }),
    updated !== undefined && t('chart.updated', { date: format.date(updated) }),
    revised > 0 && t('chart.revised', { count: revised }),
  ].filter((part) => part !== false);
}
