import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { project } from './project.ts';
import type { ProjectInput } from './project.types.ts';

const survey: ProjectInput = {
  direction: 'INCREASE',
  baseline: { year: 2020, value: 20 },
  target: { year: 2030, value: 50 },
  observations: [20, 22, 24, 26, 28].map((value, index) => ({ year: 2020 + index, value })),
  asOf: 2025,
  decimals: 1,
};

describe('a projection', () => {
  test('says what is needed, what was, and where that leads', () => {
    expect(project(survey)).toMatchObject({
      requiredPerYear: 3.6667,
      actualPerYear: 2,
      ratio: 0.5455,
      projection: { central: 40 },
      yearReached: { central: 2035 },
    });
  });

  test('is not moved by one outlier', () => {
    const outlier = { year: 2020, value: 90 };
    const observations = [outlier, ...survey.observations.slice(1)];
    expect(project({ ...survey, baseline: null, observations }).actualPerYear).toBe(2);
  });

  test('rests on the last ten years, or on the three newest values of a rare survey', () => {
    const rare = [1990, 2000, 2012, 2024].map((year) => ({ year, value: year - 1990 }));
    const { points, fromYear } = project({ ...survey, baseline: null, observations: rare });
    expect([points, fromYear]).toEqual([3, 2000]);
  });

  test('keeps two more decimals than the indicator for yearly paces', () => {
    expect(project({ ...survey, decimals: 4 }).requiredPerYear).toBe(3.666667);
  });
});

describe('no projection is made', () => {
  test('for a context indicator', () => {
    expect(project({ ...survey, direction: null }).reason).toBe('NO_DIRECTION');
  });

  test('where all values were collected before a break', () => {
    expect(project({ ...survey, breaks: [2025] })).toMatchObject({
      reason: 'BREAK',
      latestYear: null,
      points: 0,
      flags: ['BREAK_IN_SERIES'],
    });
  });

  test('when the deadline has passed without its value', () => {
    expect(project({ ...survey, asOf: 2031 }).reason).toBe('AFTER_DEADLINE');
  });

  test('when the baseline itself is the newest and hidden', () => {
    const observations = [{ year: 2020, value: null, status: 'Q' as const }];
    expect(project({ ...survey, observations })).toMatchObject({
      reason: 'SUPPRESSED',
      latestYear: 2020,
    });
  });
});

describe('a target of parity', () => {
  const parity: ProjectInput = {
    ...survey,
    direction: 'TOWARDS',
    decimals: 2,
    baseline: { year: 2020, value: 1.4 },
    target: { year: 2030, value: 1, tolerance: '0.02' },
    observations: ['1.4', '1.3', '1.2', '1.1'].map((value, index) => ({
      year: 2020 + index,
      value,
    })),
  };

  test('is where the line stops', () => {
    expect(project(parity)).toMatchObject({
      projection: { low: 1, central: 1, high: 1 },
      flags: ['CLAMPED'],
    });
  });

  test('is reached at the edge of its tolerance', () => {
    expect(project(parity).yearReached).toEqual({ low: 2024, central: 2024, high: 2024 });
  });

  test('is ahead of its path by the distance it has gained', () => {
    expect(project(parity).pathGap).toBe(0.18);
  });
});

test('the next point is already reached when the value is beyond it', () => {
  const path = { points: [{ year: 2026, value: 27 }] };
  expect(project({ ...survey, path }).nextPoint).toEqual({
    year: 2026,
    value: 27,
    requiredPerYear: 0,
  });
});

test('the ratio is at least 1 exactly when the central year is not after the target year', () => {
  const value = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 4, maxLength: 8 }),
      fc.integer({ min: 41, max: 99 }),
      (values, target) => {
        const observations = values.map((each, index) => ({ year: 2015 + index, value: each }));
        const { ratio, yearReached } = project({
          ...survey,
          baseline: null,
          target: { year: 2030, value: target },
          observations,
        });
        const { central } = yearReached ?? { central: NaN };
        expect(central !== 'NEVER' && central <= 2030).toBe((ratio ?? NaN) >= 1);
      },
    ),
  );
});
