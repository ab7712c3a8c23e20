import { describe, expect, test } from '@jest/globals';
import { assessIndicator } from './assess-indicator.ts';
import { progressShare, type ProgressShareInput } from './progress-share.ts';

const way: ProgressShareInput = {
  kind: 'NUMERIC',
  direction: 'DECREASE',
  baselineValue: '12.9',
  targetValue: '0',
};

describe('the share of the way of any value', () => {
  test('begins at the baseline, ends at the target, and is negative where it leads away', () => {
    expect(['12.9', '0', '19.35'].map((value) => progressShare(way, value))).toEqual([0, 1, -0.5]);
  });

  test('is what the assessment says of an observed value', () => {
    const { progress } = assessIndicator({
      ...way,
      baselineYear: 2018,
      targetYear: 2030,
      observations: [{ year: 2023, value: '9.2', status: 'A' }],
      asOf: 2025,
    });
    expect(progressShare(way, '9.2')).toBe(progress);
  });

  test('is nearness to a target that may be missed on both sides', () => {
    const towards: ProgressShareInput = {
      ...way,
      direction: 'TOWARDS',
      baselineValue: '40',
      targetValue: '50',
    };
    expect([progressShare(towards, '45'), progressShare(towards, '55')]).toEqual([0.5, 0.5]);
  });

  test('is not said where there is no way: without a plan or a direction, or with a baseline that meets the target', () => {
    expect(progressShare({ ...way, baselineValue: null }, '5')).toBeNull();
    expect(progressShare({ ...way, targetValue: null }, '5')).toBeNull();
    expect(progressShare({ ...way, direction: 'NONE' }, '5')).toBeNull();
    expect(progressShare({ ...way, baselineValue: '0' }, '5')).toBeNull();
  });
});
