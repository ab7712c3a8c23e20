import type { TFunction } from 'i18next';
import type { ChartText } from '../../charts/use-chart-text.ts';
import type { Observed, Curve } from '../../charts/curve.ts';
import type { Names } from './compare.types.ts';
import type { CompareView } from './view.ts';

const known = ({ observed }: Curve): Observed[] =>
  observed.filter(({ value, hidden }) => value !== null || hidden);

/** The latest year since the baseline in which at least two areas have a value: there they can be read beside each other. */
function commonYear(curves: readonly Curve[]): number | null {
  const years = curves.flatMap((curve) => known(curve).map(({ year }) => year));
  const shared = years.filter((year, i) => year > 0 && years.indexOf(year) !== i);
  return shared.length === 0 ? null : Math.max(...shared);
}

/** Shares, or values by years since the baseline, in one sentence: in one year where two areas share one, else the latest of each. */
export function comparedSentence(
  t: TFunction<['public', 'compare']>,
  text: ChartText,
  curves: readonly Curve[],
  names: Names,
  view: Pick<CompareView, 'align' | 'scale'>,
): string {
  const aligned = view.align === 'baseline';
  // a share is read in whole percent, as everywhere; the table has all of it
  const say = (value: string) =>
    view.scale === 'progress' ? text.rounded(value, 0) : text.value(value);
  const year = aligned ? commonYear(curves) : null;
  const parts = curves.flatMap((curve) => {
    const points = known(curve);
    const point = year === null ? points.at(-1) : points.find((one) => one.year === year);
    if (!point) return [];
    const value = point.value === null ? text.absent(point) : say(point.value);
    const country = names[curve.area] ?? curve.area;
    if (year !== null) return [`${country} ${value}`];
    const when = aligned
      ? t('compare:yearSince', { year: point.year })
      : String(point.year + (curve.since ?? 0));
    return [`${country} ${value} (${when})`];
  });
  if (parts.length === 0) return t('chart.nothingDrawn');
  const list = parts.join('; ');
  return year === null ? t('compare:latest', { list }) : t('compare:atYear', { year, list });
}
