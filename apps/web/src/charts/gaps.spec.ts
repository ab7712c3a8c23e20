import { describe, expect, test } from '@jest/globals';
import { everything, seriesOf, share } from './chart.fixture.ts';
import { gapLabels, gapsOf } from './gaps.ts';
import { curveOf } from './curve.ts';

const gaps = (...series: string[]) =>
  gapsOf(
    series.map((text) => curveOf(seriesOf(text), share.kind, everything)),
    (point) => (point?.missingReason ? 'not shared' : 'not reported'),
  ).map(({ from, to, text }) => [from, to, text]);

describe('years without a figure', () => {
  test('are told between the first and the last report, those that follow each other as one', () => {
    expect(gaps('2015:18 2018:19 2020:20')).toEqual([
      [2016, 2017, 'not reported'],
      [2019, 2019, 'not reported'],
    ]);
    expect(gaps('2015:18')).toEqual([]);
    expect(gaps('')).toEqual([]);
  });
  test('of several series are those in which none has one', () => {
    expect(gaps('2015:18 2018:19', '2014:1 2017:2')).toEqual([[2016, 2016, 'not reported']]);
  });
  test('say why where the reason is known; a hidden year is no gap', () => {
    expect(gaps('2015:18 2016:- 2017:- 2018:Q 2019:1')).toEqual([[2016, 2017, 'not shared']]);
    expect(gaps('2015:18 2016:- 2017:1', '2015:1')).toEqual([[2016, 2016, 'not reported']]);
  });
});

describe('the words below the axis', () => {
  const none = 'not reported';
  const two = [
    { from: 2011, to: 2014, text: none },
    { from: 2016, to: 2016, text: none },
  ];
  const at = (perYear: number) => (year: number) => (year - 2010) * perYear;
  const words = (perYear: number, width: number) =>
    gapLabels(two, at(perYear), width).map(({ text }) => text);

  test('name the years where there is room, else the words alone, else the first of them', () => {
    expect(words(60, 600)).toEqual([`2011–2014: ${none}`, `2016: ${none}`]);
    expect(words(30, 300)).toEqual([none, none]);
    expect(words(10, 200)).toEqual([none]);
  });
  test('stay inside the picture', () => {
    const [first] = gapLabels(two, at(10), 200);
    expect(first?.x).toBeGreaterThanOrEqual(none.length * 3);
    const [last] = gapLabels([{ from: 2020, to: 2020, text: none }], at(10), 110);
    expect(last?.x).toBeLessThan(100);
    expect(gapLabels([{ from: 2020, to: 2020, text: none.repeat(4) }], at(10), 110)).toEqual([]);
  });
});
