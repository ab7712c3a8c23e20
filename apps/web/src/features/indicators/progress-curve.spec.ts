import { describe, expect, test } from '@jest/globals';
import { everything } from '../../charts/chart.fixture.ts';
import { curveOf } from '../../charts/curve.ts';
import { assessment, series, target, value } from './indicator.fixture.ts';
import { progressCurve } from './drawn.ts';

const kyrgyzstan = series('KGZ', {
  values: [
    value(2014, '15'),
    value(2018, '12.9', { progress: '0' }),
    value(2020, '12', { progress: null }),
    value(2023, '9.2', { progress: '0.2868' }),
    value(2024, null, { obsStatus: 'Q' }),
  ],
  target: target([2018, '12.9'], 2030, '0'),
  assessment: assessment({
    projection: {
      latestYear: 2023,
      latestValue: '9.2',
      year: 2030,
      low: '2',
      central: '4',
      high: '6',
    },
  }),
});
const way = (one: typeof kyrgyzstan) =>
  progressCurve(curveOf(one, 'NUMERIC', everything), one, {
    kind: 'NUMERIC',
    direction: 'DECREASE',
  });

describe('a series on the way to its target', () => {
  test('begins with the baseline; a value without a share says so, a hidden one stays hidden', () => {
    const observed = way(kyrgyzstan)?.observed.map(({ year, value: share, offScale, hidden }) => [
      year,
      share,
      offScale ?? hidden,
    ]);
    expect(observed).toEqual([
      [2018, '0', false],
      [2020, null, true],
      [2023, '28.68', false],
      [2024, null, true],
    ]);
  });
  test('has the plan from 0 to 100 and the projection the right way up where less is better', () => {
    const { path, target: goal, baseline, fan } = way(kyrgyzstan) ?? {};
    expect([path?.[0]?.value, path?.[6]?.value, path?.at(-1)?.value]).toEqual(['0', '50', '100']);
    expect([goal?.value, baseline?.value]).toEqual(['100', '0']);
    expect([fan?.low, fan?.central, fan?.high]).toEqual(['53.49', '68.99', '84.5']);
  });
  test('is not drawn where no share was published', () => {
    const none = kyrgyzstan.values.map((one) => ({ ...one, progress: null }));
    expect(way({ ...kyrgyzstan, values: none })).toBeNull();
  });
});
