import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { computedText, figureText, plannedText, type FigureOf } from '../ui/figure-text.ts';
import { useFormat, type Format } from '../ui/use-format.ts';
import type { ChartIndicator } from './chart.types.ts';
import type { Observed } from './curve.ts';

/** The fields of an indicator that decide how its values are written. */
type Told = FigureOf & Pick<ChartIndicator, 'derived'>;

const digits = (value: string): number => value.split('.')[1]?.length ?? 0;

export function chartText(t: TFunction, format: Format, indicator: Told) {
  const { kind, decimals } = indicator;
  const text = (value: string, places: number) =>
    figureText(t, format, { ...indicator, decimals: places }, value);
  const computed = (value: string) => computedText(t, format, indicator, value);
  const whole = (value: string) =>
    indicator.derived ? computed(value) : text(value, Math.max(decimals, digits(value)));
  const absent = (observed: Observed | null) => {
    if (observed?.hidden === true) return t('figure.hidden');
    if (observed?.offScale === true) return t('chart.noShare');
    const reason = observed?.missingReason ?? null;
    return reason === null ? t('figure.notReported') : t(`chart.missing.${reason}`);
  };
  return {
    /** A published value with all its digits; a derived one rounded. */
    value: whole,
    rounded: text,
    /** A value of the plan or of a projection, rounded for reading. */
    computed,
    /** A target, with no more digits than were set. */
    planned: (value: string) => plannedText(t, format, indicator, value),
    /** The value, or the words for why there is none. */
    valueOrReason: (observed: Observed | null) =>
      observed?.value == null ? absent(observed) : whole(observed.value),
    /** The value minus the plan, signed, in points for shares; null if the indicator is no number or there is no difference. */
    gap(value: string, planned: string): string | null {
      if (kind !== 'NUMERIC') return null;
      const places = Math.max(1, decimals);
      const apart = (Number(value) - Number(planned)).toFixed(places);
      if (Number(apart) === 0) return null;
      const change = format.signed(apart, places);
      return indicator.unit === 'PT' ? t('indicator.points', { change }) : change;
    },
    /** The words where there is no number: hidden, or why there is none. */
    absent,
  };
}
export type ChartText = ReturnType<typeof chartText>;

export function useChartText(indicator: Told) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => chartText(t, format, indicator), [t, format, indicator]);
}

/** Writes the ticks of an axis, all with as many decimals as the most precise one needs. */
export function tickText(text: ChartText, ticks: readonly number[]): (tick: number) => string {
  const places = Math.max(...ticks.map((tick) => digits(String(tick))));
  return (tick) => text.rounded(String(tick), places);
}
