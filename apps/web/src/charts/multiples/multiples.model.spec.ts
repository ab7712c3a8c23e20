import { describe, expect, test } from '@jest/globals';
import { everything, plan, seriesOf, share } from '../chart.fixture.ts';
import { curveOf } from '../curve.ts';
import { linePath, multiplesModel } from './multiples.model.ts';

const years = { from: 2015, to: 2030, asOf: 2025 };
const curve = (area: string, text: string, target = plan(null, '2030:50')) =>
  curveOf(seriesOf(text, { area, target }), share.kind, everything);

describe('small drawings side by side', () => {
  const curves = [curve('KAZ', '2015:10 2016:12 2018:14'), curve('KGZ', '2015:1 2016:Q')];

  test('share one scale, so that heights can be compared', () => {
    const [first, second] = multiplesModel(curves, share, { ...years, own: false });
    expect([first?.low, first?.high]).toEqual([0, 50]);
    expect([second?.low, second?.high]).toEqual([0, 50]);
  });

  test('have a scale of their own where it is asked for', () => {
    const small = [
      curve('KAZ', '2015:40', plan(null, '2030:50')),
      curve('KGZ', '2015:1', plan(null, '2030:2')),
    ];
    const [, second] = multiplesModel(small, share, { ...years, own: true });
    expect(second?.high).toBe(2);
  });

  test('a missing year cuts the line, a hidden one has no height', () => {
    const [first, second] = multiplesModel(curves, share, { ...years, own: false });
    expect(first?.runs.map((run) => run.map(({ year }) => year))).toEqual([[2015, 2016], [2018]]);
    expect(second?.hidden).toEqual([2016]);
    expect(second?.runs.flat()).toHaveLength(1);
  });

  test('a yes or no holds until the next report: its line goes in steps', () => {
    const run = [
      { year: 1, value: 2 },
      { year: 3, value: 5 },
    ];
    const same = (n: number) => n;
    expect(linePath(run, same, same, true)).toBe('M1 2H3V5');
    expect(linePath(run, same, same)).toBe('M1 2L3 5');
  });
});
