import { describe, expect, test } from '@jest/globals';
import { everything, plan, projected, seriesOf } from './chart.fixture.ts';
import { extentOf, curveOf } from './curve.ts';

describe('what a chart says of one area', () => {
  test('a hidden value has no number, even if one came along', () => {
    const series = seriesOf('2020:3');
    const leaked = {
      ...series,
      values: series.values.map((value) => ({ ...value, obsStatus: 'Q' })),
    };
    expect(curveOf(leaked, 'NUMERIC', everything).observed).toEqual([
      expect.objectContaining({ year: 2020, value: null, hidden: true }),
    ]);
  });

  test('the target path is what the domain expects, milestone by milestone', () => {
    const { path, target } = curveOf(
      seriesOf('', { target: plan('2022:120', '2024:180', '2028:500', '2030:600') }),
      'NUMERIC',
      everything,
    );
    expect(path.filter(({ year }) => [2022, 2023, 2024, 2026, 2030].includes(year))).toEqual([
      { year: 2022, value: '120' },
      { year: 2023, value: '150' },
      { year: 2024, value: '180' },
      { year: 2026, value: '340' },
      { year: 2030, value: '600' },
    ]);
    expect(target).toEqual({ year: 2030, value: '600' });
  });

  test('without a baseline there is a target and no path to it', () => {
    expect(
      curveOf(seriesOf('', { target: plan(null, '2030:0') }), 'NUMERIC', everything),
    ).toMatchObject({
      path: [{ year: 2030, value: '0' }],
      baseline: null,
    });
  });

  test('between no and yes there is no half a law', () => {
    expect(
      curveOf(seriesOf('', { target: plan('2015:0', '2030:1') }), 'BINARY', everything).path,
    ).toEqual([{ year: 2030, value: '1' }]);
  });

  test('what is switched off or outside the years is not said', () => {
    const series = seriesOf('2008:1 2012:2 2029:3', {
      target: plan('2012:2', '2030:9'),
      assessment: projected('2012:2', 2030, '3', '4', '5'),
    });
    expect(
      curveOf(series, 'NUMERIC', { from: 2010, to: 2020, layers: new Set(['base']) }),
    ).toMatchObject({
      observed: [{ year: 2012 }],
      path: [],
      target: null,
      baseline: { year: 2012, value: '2' },
      fan: null,
    });
  });

  test('the years go from the first thing known to the last thing planned', () => {
    expect(
      extentOf(
        [seriesOf('2018:1'), seriesOf('2023:2', { target: plan('2015:1', '2030:5') })],
        2025,
      ),
    ).toEqual({ from: 2015, to: 2030 });
    expect(extentOf([seriesOf('')], 2025)).toEqual({ from: 2020, to: 2025 });
  });
});
