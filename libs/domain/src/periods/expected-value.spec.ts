import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type ExpectedValueInput, expectedValue } from './expected-value.ts';

const plan = { baselineValue: 120, baselineYear: 2022, targetValue: 600, targetYear: 2030 };
const milestones = [
  { year: 2028, value: 500 },
  { year: 2024, value: 180 },
];

function at(year: number, rest: Partial<ExpectedValueInput> = {}): number | null {
  return expectedValue({ ...plan, ...rest, year }).value;
}

describe('the expected value', () => {
  test('lies on the straight line from baseline to target', () => {
    expect(at(2026)).toBe(360);
  });

  test('is the baseline before it and the target after it', () => {
    expect([at(2019), at(2022), at(2030), at(2040)]).toEqual([120, 120, 600, 600]);
  });

  test('runs from milestone to milestone, in whatever order they are given', () => {
    expect([at(2023, { milestones }), at(2026, { milestones }), at(2029, { milestones })]).toEqual([
      150, 340, 550,
    ]);
  });

  test('is the milestone in its year', () => {
    expect(at(2024, { milestones })).toBe(180);
  });

  test('ignores milestones outside the years of the plan', () => {
    expect(at(2026, { milestones: [{ year: 2031, value: 999 }] })).toBe(360);
  });

  test('grows by the same rate each year on a compound path', () => {
    const halved = {
      baselineValue: 40,
      baselineYear: 2020,
      targetValue: 10,
      path: 'COMPOUND',
    } as const;
    expect(at(2025, halved)).toBe(20);
  });

  test('falls back to the line where a compound path would start or end at nothing', () => {
    expect(at(2026, { baselineValue: 0, path: 'COMPOUND' })).toBe(300);
    expect(at(2026, { targetValue: -120, path: 'COMPOUND' })).toBe(0);
  });

  test('follows the milestones even on a compound path', () => {
    expect(at(2026, { milestones, path: 'COMPOUND' })).toBe(340);
  });

  test('takes decimal text and is exact', () => {
    expect(at(2023, { baselineValue: '0.1', targetValue: '0.9' })).toBe(0.2);
  });

  test('is unknown while the plan is incomplete', () => {
    expect(at(2026, { targetValue: null })).toBeNull();
    expect(expectedValue({ year: 2026 }).value).toBeNull();
  });

  test('never leaves the band between baseline and target without milestones', () => {
    const value = fc.integer({ min: 1, max: 1000 });
    const path = fc.constantFrom('LINEAR' as const, 'COMPOUND' as const);
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2015, max: 2040 }), path, (b, t, year, kind) => {
        const expected = at(year, { baselineValue: b, targetValue: t, path: kind }) ?? NaN;
        expect(expected).toBeGreaterThanOrEqual(Math.min(b, t));
        expect(expected).toBeLessThanOrEqual(Math.max(b, t));
      }),
    );
  });
});
