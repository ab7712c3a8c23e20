import { BREAKDOWN_DIMENSIONS, isTotalPart } from '@qadam/domain';
import type { IndicatorData, IndicatorSeries } from './indicator-data.ts';

export type IndicatorValue = IndicatorSeries['values'][number];

/** The place of a value in the address of its page: "KGZ.2023", a part of a breakdown with all its codes. */
export function receiptKey(area: string, value: IndicatorValue): string {
  const codes = isTotalPart(value) ? [] : BREAKDOWN_DIMENSIONS.map((name) => value[name]);
  return [area, value.year, ...codes].join('.');
}

export interface Receipt {
  series: IndicatorSeries;
  value: IndicatorValue;
  part: boolean;
}

/** What the address asks to see, if this release holds it. */
export function findReceipt(data: IndicatorData, key: string | undefined): Receipt | null {
  if (key === undefined) return null;
  for (const series of data.series) {
    const value = [...series.values, ...series.breakdowns].find(
      (candidate) => receiptKey(series.area, candidate) === key,
    );
    if (value) return { series, value, part: !isTotalPart(value) };
  }
  return null;
}
