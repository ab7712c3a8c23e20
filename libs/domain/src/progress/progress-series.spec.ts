import { describe, expect, it } from '@jest/globals';
import { assessIndicator } from './assess-indicator.ts';
import type { AssessIndicatorInput } from './assess-indicator.types.ts';
import { progressSeries } from './progress-series.ts';

const fall: Omit<AssessIndicatorInput, 'asOf'> = {
  direction: 'DECREASE',
  baselineYear: 2014,
  baselineValue: '12',
  targetYear: 2030,
  targetValue: '0',
  observations: [
    { year: 2012, value: '13' },
    { year: 2014, value: '12' },
    { year: 2018, value: '9' },
    { year: 2019, value: null, status: 'O' },
    { year: 2020, value: '15' },
    { year: 2023, value: '6' },
  ],
};
const at = (input: Omit<AssessIndicatorInput, 'asOf'>) =>
  Object.fromEntries(progressSeries(input).map(({ year, progress }) => [year, progress]));

describe('the way travelled, year by year', () => {
  it('begins with 0 at the baseline, goes back where the value does, and skips what was not reported', () => {
    expect(at(fall)).toEqual({
      2012: null,
      2014: 0,
      2018: 0.25,
      2019: null,
      2020: -0.25,
      2023: 0.5,
    });
  });

  it('ends with the assessment itself', () => {
    expect(progressSeries(fall).at(-1)?.progress).toBe(
      assessIndicator({ ...fall, asOf: 2025 }).progress,
    );
  });

  it('says nothing of a hidden year, whatever value lies behind it', () => {
    const hidden = { year: 2023, value: '6', status: 'Q' as const };
    const observations = [...fall.observations.slice(0, -1), hidden];
    expect(at({ ...fall, observations })[2023]).toBeNull();
  });

  it('says nothing after a break, for which the plan was not made', () => {
    const after = at({ ...fall, breaks: [2020] });
    expect([after[2018], after[2020], after[2023]]).toEqual([0.25, null, null]);
  });

  it('has no share without a target, and none where the baseline was revised away', () => {
    expect(at({ ...fall, targetValue: null })[2023]).toBeNull();
    expect(at({ ...fall, baselineValue: '11' })[2014]).toBeNull();
  });
});
