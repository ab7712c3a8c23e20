import type { Provenance } from '../../charts/source-text.ts';
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

/** The publishers of the plotted values, in the order they come up. */
export function publishersOf(
  series: readonly IndicatorSeries[],
  sources: readonly IndicatorSource[],
  years: Years,
): string[] {
  const publishers = shownValues(series, years).flatMap(
    ({ source, sourceText, body }) =>
      sources.find(({ id }) => id === source)?.publisher ?? body?.text ?? sourceText ?? [],
  );
  return [...new Set(publishers)];
}

/** When the newest of them was handed in and approved, and how many were revised. */
export function provenanceOf(series: readonly IndicatorSeries[], years: Years): Provenance {
  const values = shownValues(series, years);
  // ISO days: the last in the order of letters is the latest
  const newest = (days: (string | null)[]) =>
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1);
  return {
    submittedOn: newest(values.map(({ submittedOn }) => submittedOn)),
    approvedOn: newest(values.map(({ approvedOn }) => approvedOn)),
    revised: values.filter(({ earlier }) => earlier.length > 0).length,
  };
}
