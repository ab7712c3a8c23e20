import { describe, expect, test } from '@jest/globals';
import { everything, plan, projected, seriesOf, share } from '../chart.fixture.ts';
import type { ChartSeries } from '../chart.types.ts';
import { curveOf } from '../curve.ts';
import { lineModel, lineRows } from './line.model.ts';

const model = (...series: ChartSeries[]) =>
  lineModel(
    series.map((one) => curveOf(one, 'NUMERIC', everything)),
    share,
    [],
  );
const runs = (series: ChartSeries) =>
  model(series).tracks[0]?.runs.map((run) => run.map(({ year }) => year));

describe('the line of observed values', () => {
  test('ends at a missing year and starts anew after it', () => {
    expect(runs(seriesOf('2015:18 2016:19 2019:22 2020:23'))).toEqual([
      [2015, 2016],
      [2019, 2020],
    ]);
  });
  test('does not run through a year that was explained but has no value', () => {
    expect(runs(seriesOf('2015:18 2016:- 2017:20'))).toEqual([[2015], [2017]]);
  });
  test('does not run through a hidden value, which has no place on the scale', () => {
    const { tracks, ticks } = model(seriesOf('2015:18 2016:Q 2017:20'));
    expect(tracks[0]?.runs.map((run) => run.map(({ year }) => year))).toEqual([[2015], [2017]]);
    expect(tracks[0]?.hidden).toEqual([2016]);
    expect(ticks[0]).toBeGreaterThan(0);
  });
  test('is cut where the series breaks, between two years that follow each other', () => {
    expect(runs(seriesOf('2014:1 2015:2 2016:7 2017:8', { breaks: [{ year: 2016 }] }))).toEqual([
      [2014, 2015],
      [2016, 2017],
    ]);
  });
  test('is labelled at its newest value and marks what is not final', () => {
    expect(model(seriesOf('2015:18 2016:20P')).tracks[0]?.end).toEqual({
      year: 2016,
      value: 20,
      open: true,
    });
  });
  test('is nowhere for a country that reported nothing', () => {
    expect(model(seriesOf('')).tracks[0]).toMatchObject({ runs: [], end: null });
  });
});

describe('the rows that are drawn', () => {
  const rows = (...series: ChartSeries[]) => lineRows(model(...series), 2014, 2018);
  test('are one for each year, without a key where there is no value: the line ends there', () => {
    expect(rows(seriesOf('2014:1 2015:2 2017:7'))).toEqual([
      { year: 2014, KAZ: 1 },
      { year: 2015, KAZ: 2 },
      { year: 2016 },
      { year: 2017, KAZ: 7 },
      { year: 2018 },
    ]);
  });
  test('go on under another key after a break, so that nothing joins the two', () => {
    const broken = seriesOf('2014:1 2015:2 2016:7 2017:8 2018:9', {
      breaks: [{ year: 2016 }, { year: 2018 }],
    });
    expect(model(broken).tracks[0]?.stretches).toEqual(['KAZ', 'KAZ.']);
    expect(rows(broken)).toEqual([
      { year: 2014, KAZ: 1 },
      { year: 2015, KAZ: 2 },
      { year: 2016, 'KAZ.': 7 },
      { year: 2017, 'KAZ.': 8 },
      { year: 2018, KAZ: 9 },
    ]);
  });
});

describe('the projection', () => {
  const [track] = model(
    seriesOf('2020:20 2021:22 2022:24', {
      target: plan('2020:20', '2026:40'),
      assessment: projected('2022:24', 2026, '28', '32', '36'),
    }),
  ).tracks;
  test('starts in the year after the latest value: it is never joined to the observed line', () => {
    expect(track?.fan.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });
  test('ends where the release says', () => {
    expect(track?.fan.at(-1)).toEqual({ year: 2026, value: 32, low: 28, high: 36 });
    expect(track?.fan[1]).toEqual({ year: 2024, value: 28, low: 26, high: 30 });
  });
});

describe('the value axis', () => {
  test('starts at zero when the values reach far down', () => {
    expect(model(seriesOf('2020:9 2021:27'))).toMatchObject({
      fromZero: true,
      ticks: [0, 10, 20, 30],
    });
  });
  test('says when it does not start at zero', () => {
    expect(model(seriesOf('2020:71 2021:74')).fromZero).toBe(false);
  });
  test('does not promise more than the indicator can be', () => {
    expect(model(seriesOf('2020:10 2021:98')).ticks.at(-1)).toBe(100);
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

describe('a benchmark', () => {
  const places = { max: null, multiplier: '10000' };
  const standard = { id: 'b', kind: 'RATE', label: { text: '1 per 7,500' } };
  test('keeps its own words and lies where the unit of the indicator puts it', () => {
    const { benchmarks } = lineModel([], places, [{ ...standard, value: '1', per: '7500' }]);
    expect(benchmarks).toEqual([{ id: 'b', label: '1 per 7,500', value: 10000 / 7500 }]);
  });
  test('of a share is a percentage', () => {
    const { benchmarks } = lineModel([], places, [
      { ...standard, kind: 'SHARE', value: '100', per: null },
    ]);
    expect(benchmarks[0]?.value).toBe(100);
  });
});
