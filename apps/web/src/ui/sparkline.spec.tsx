import { describe, expect, it } from '@jest/globals';
import { spark } from './sparkline.model.ts';

const years = (values: (string | null)[]) => values.map((value, i) => ({ year: 2018 + i, value }));

describe('a sparkline', () => {
  it('is cut where a year is missing', () => {
    const { runs } = spark(years(['1', '2', null, '4', '5']), 100, 20, 0);
    expect(runs.map((run) => run.length)).toEqual([2, 2]);
  });

  it('is cut where the source has no year at all', () => {
    const points = [
      { year: 2012, value: '12.2' },
      { year: 2018, value: '9.2' },
    ];
    expect(spark(points, 100, 20, 0).runs.map((run) => run.length)).toEqual([1, 1]);
  });

  it('draws a flat series in the middle and ends at its last value', () => {
    const { last } = spark(years(['3', '3']), 100, 20, 0);
    expect(last).toEqual({ x: 100, y: 10 });
  });

  it('of nothing draws nothing', () => {
    expect(spark(years([null, null]), 100, 20, 0)).toEqual({ runs: [], last: undefined });
  });
});
