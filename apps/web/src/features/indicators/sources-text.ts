import type { IndicatorSeries, IndicatorSource } from './indicator-data.ts';

/** Who published the plotted values, in the order they come up, and how many of the values are not final. */
export function sourcesOf(
  series: readonly IndicatorSeries[],
  sources: readonly IndicatorSource[],
): { publishers: string[]; open: number } {
  const values = series.flatMap(({ values: all }) =>
    all.filter(({ value, obsStatus }) => value !== null || obsStatus === 'Q'),
  );
  const publishers = values.flatMap(
    ({ source, sourceText }) =>
      sources.find(({ id }) => id === source)?.publisher ?? sourceText ?? [],
  );
  return {
    publishers: [...new Set(publishers)],
    open: values.filter(({ obsStatus }) => ['P', 'E', 'I', 'F'].includes(obsStatus)).length,
  };
}
