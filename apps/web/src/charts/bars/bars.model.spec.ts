import { describe, expect, test } from '@jest/globals';
import { everything, plan, projected, seriesOf, share } from '../chart.fixture.ts';
import type { ChartSeries } from '../chart.types.ts';
import { curveOf } from '../curve.ts';
import { barRows, barsModel } from './bars.model.ts';

const curves = (...series: ChartSeries[]) =>
  series.map((one) => curveOf(one, 'NUMERIC', everything));
const model = (...series: ChartSeries[]) => barsModel(curves(...series), share, [], 2025);

describe('a bar per country', () => {
  test('is its newest value, and a hidden newest year is not passed over for an older one', () => {
    const { bars } = model(seriesOf('2018:20 2020:24'), seriesOf('2018:20 2020:Q'));
    expect(bars.map(({ latest }) => [latest?.year, latest?.value, latest?.hidden])).toEqual([
      [2020, '24', false],
      [2020, null, true],
    ]);
  });
  test('starts at zero, however high the values are, and has a length where nothing is known', () => {
    expect(model(seriesOf('2020:71'), seriesOf('2020:74')).ticks[0]).toBe(0);
    expect(model(seriesOf('2020:-')).ticks.at(-1)).toBeGreaterThan(0);
  });
  test('leaves room for target and projection', () => {
    const { ticks } = model(
      seriesOf('2022:10', {
        target: plan('2022:10', '2030:50'),
        assessment: projected('2022:10', 2030, '8', '20', '61'),
      }),
    );
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(61);
  });
});

describe('the table of the bars', () => {
  const rows = barRows(
    curves(
      seriesOf('2018:20 2020:24', { target: plan('2018:20', '2030:50') }),
      seriesOf('', { area: 'KGZ' }),
    ),
    2025,
  );
  test('holds the years that are drawn and no others', () => {
    expect(rows.map(({ to, readings }) => [to, readings.map(({ area }) => area)])).toEqual([
      [2030, ['KAZ']],
      [2025, ['KGZ']],
      [2020, ['KAZ']],
      [2018, ['KAZ']],
    ]);
  });
  test('says of who reported nothing that nothing was reported', () => {
    expect(rows[1]?.readings[0]).toMatchObject({ observed: null, past: true });
  });
});
