import type { ChartIndicator, ChartSeries, ChartView, Layer } from './chart.types.ts';

export const everything: ChartView = {
  from: 2010,
  to: 2030,
  layers: new Set<Layer>(['target', 'proj', 'base', 'bench']),
};

export const share: ChartIndicator = {
  kind: 'NUMERIC',
  unit: 'PT',
  unitText: { lang: 'en', text: '% of seats' },
  decimals: 1,
  multiplier: '1',
  min: '0',
  max: '100',
};

/** A made-up series: "2015:18.8 2016:- 2017:Q 2018:20P" is a value, an explained gap, a hidden value and a provisional one. */
export function seriesOf(text: string, more: Partial<ChartSeries> = {}): ChartSeries {
  const values = text
    .split(' ')
    .filter(Boolean)
    .map((cell) => {
      const [year = '', figure = ''] = cell.split(':');
      const [, value = '', status = ''] = /^([\d.]*)([A-Z-]?)$/.exec(figure) ?? [];
      return {
        year: Number(year),
        value: status === 'Q' || value === '' ? null : value,
        obsStatus: status === '-' ? 'O' : status || 'A',
        missingReason: status === '-' ? ('NOT_SHARED' as const) : null,
      };
    });
  return { area: 'KAZ', values, target: null, assessment: null, breaks: [], ...more };
}

export const plan = (baseline: string | null, ...points: string[]): ChartSeries['target'] => {
  const [year = '', value = ''] = baseline?.split(':') ?? [];
  return {
    baselineYear: baseline === null ? null : Number(year),
    baselineValue: baseline === null ? null : value,
    path: 'LINEAR',
    points: points.map((point) => {
      const [at = '', goal = ''] = point.split(':');
      return { year: Number(at), value: goal };
    }),
  };
};

export const projected = (
  latest: string,
  year: number,
  low: string,
  central: string,
  high: string,
): ChartSeries['assessment'] => {
  const [latestYear = '', latestValue = ''] = latest.split(':');
  return { projection: { latestYear: Number(latestYear), latestValue, year, low, central, high } };
};
