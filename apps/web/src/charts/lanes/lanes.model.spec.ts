import { describe, expect, test } from '@jest/globals';
import { everything, plan, seriesOf } from '../chart.fixture.ts';
import { curveOf } from '../curve.ts';
import { lanesModel } from './lanes.model.ts';

const lane = (text: string, breaks: { year: number }[] = []) =>
  lanesModel(
    [curveOf(seriesOf(text, { breaks, target: plan(null, '2030:1') }), 'BINARY', everything)],
    2013,
    2018,
  )[0];
const spans = (text: string) =>
  lane(text)?.spans.map(({ from, to, state }) => `${from}-${to} ${state}`);

describe('a yes or no over the years', () => {
  test('joins years of the same answer and leaves gaps open', () => {
    expect(spans('2013:0 2014:0 2016:1 2017:1.0')).toEqual([
      '2013-2014 NO',
      '2015-2015 GAP',
      '2016-2017 YES',
      '2018-2018 GAP',
    ]);
  });
  test('a hidden answer is neither yes nor no', () => {
    expect(spans('2013:1 2014:Q 2015:1')?.slice(0, 3)).toEqual([
      '2013-2013 YES',
      '2014-2014 HIDDEN',
      '2015-2015 YES',
    ]);
  });
  test('"since" is said only of a yes that followed a no', () => {
    expect(lane('2013:0 2014:1 2015:1')?.turned).toBe(2014);
    expect(lane('2013:1 2014:1')?.turned).toBeNull();
    expect(lane('2013:0 2015:1')?.turned).toBeNull();
  });
  test('the target is a year', () => {
    expect(lane('')?.target).toBe(2030);
  });
});
