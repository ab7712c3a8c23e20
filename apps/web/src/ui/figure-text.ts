import type { TFunction } from 'i18next';
import type { Format } from './use-format.ts';
import type { IndicatorSummaryFragment } from './indicator.generated.ts';

export type FigureOf = Pick<IndicatorSummaryFragment, 'kind' | 'unit' | 'decimals'>;

/** A published value in words of its kind: 30.5%, stage 3 of 5, yes, 1,204. A unit is not added, unless it is part of the figure like "%". */
export function figureText(
  t: TFunction,
  format: Format,
  indicator: FigureOf,
  value: string,
): string {
  switch (indicator.kind) {
    case 'MILESTONE':
      return t('figure.stage', { stage: format.number(value, 0) });
    case 'BINARY':
      return /[1-9]/.test(value) ? t('figure.yes') : t('figure.no');
    case 'NUMERIC':
      return indicator.unit === 'PT'
        ? format.percent(value, indicator.decimals)
        : format.number(value, indicator.decimals);
  }
}

/** A target, rounded for reading. It gets no more digits than were set for it, while a value has the digits of its indicator. */
export function plannedText(
  t: TFunction,
  format: Format,
  indicator: FigureOf,
  value: string,
): string {
  const text = indicator.kind === 'NUMERIC' ? computedText : figureText;
  return text(t, format, indicator, value);
}

/** A value of a plan or of a projection, rounded for reading. */
export function computedText(
  t: TFunction,
  format: Format,
  indicator: FigureOf,
  value: string,
): string {
  const digits = value.split('.')[1]?.length ?? 0;
  return figureText(
    t,
    format,
    { ...indicator, decimals: Math.min(digits, Math.max(indicator.decimals, 1)) },
    value,
  );
}
