import { SINCE_YEAR } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { figureText, type FigureOf } from './figure-text.ts';
import type { ShortSeriesFragment } from './indicator.generated.ts';
import type { Format } from './use-format.ts';

interface Series {
  cell: Pick<ShortSeriesFragment['cell'], 'latestYear' | 'latestValue' | 'flags'>;
  points: readonly Pick<ShortSeriesFragment['points'][number], 'year' | 'value'>[];
}

/**
 * How a number changed: "12.9% in 2018, 9.2% in 2023", which is the newest value and the one known at the time of the
 * meeting, or else an earlier one. Only the newest value if there is none to compare with, or if the series has a
 * break; null if nothing is published.
 */
export function numberChange(
  t: TFunction<'levels'>,
  say: (value: string) => string,
  { cell, points }: Series,
): string | null {
  if (cell.latestValue === null || cell.latestYear === null) return null;
  const to = { to: say(cell.latestValue), toYear: cell.latestYear };
  const from = cell.flags.includes('BREAK_IN_SERIES') ? undefined : before(points, cell.latestYear);
  if (from?.value == null) return t('number.value', { value: to.to, year: to.toYear });
  const then = { from: say(from.value), fromYear: from.year };
  return then.from === to.to
    ? t('number.same', { value: to.to, year: to.toYear, before: from.year })
    : t('number.change', { ...then, ...to });
}

/** The value to compare with the newest: the last one up to the year of the meeting, or else the first one after it. */
function before(points: Series['points'], latest: number): Series['points'][number] | undefined {
  const shown = points.filter(({ year, value }) => value !== null && year < latest);
  return shown.findLast(({ year }) => year <= SINCE_YEAR) ?? shown[0];
}

/** Returns a function that writes values of this indicator as text. */
export const valueFormatter =
  (t: TFunction, format: Format, indicator: FigureOf) =>
  (value: string): string =>
    figureText(t, format, indicator, value);
