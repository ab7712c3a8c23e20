import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { assessIndicator } from './assess-indicator.ts';
import type { AssessIndicatorInput } from './assess-indicator.types.ts';

const shelters: AssessIndicatorInput = {
  kind: 'NUMERIC',
  direction: 'INCREASE',
  baselineValue: 120,
  baselineYear: 2022,
  targetValue: 600,
  targetYear: 2030,
  asOf: 2026,
  observations: [],
};

function assess(
  observations: AssessIndicatorInput['observations'],
  rest: Partial<AssessIndicatorInput> = {},
) {
  return assessIndicator({ ...shelters, ...rest, observations });
}

describe('the pace', () => {
  test.each([
    ['ON_TRACK', 360],
    ['DELAYED', 312],
    ['OFF_TRACK', 180],
    ['OFF_TRACK', 120],
    ['REGRESSED', 96],
    ['ACHIEVED', 600],
  ])('is %s with %d of 600 in the middle of the way from 120', (status, value) => {
    expect(assess([{ year: 2026, value }]).status).toBe(status);
  });

  test('of exactly 95 % is on track, a hair less is delayed', () => {
    const rest = { baselineValue: 0, baselineYear: 2020, targetValue: 1 };
    expect(assess([{ year: 2026, value: '0.57' }], rest).status).toBe('ON_TRACK');
    expect(assess([{ year: 2026, value: '0.5699' }], rest).status).toBe('DELAYED');
  });

  test('is judged at the year of the observation, not today', () => {
    expect(assess([{ year: 2023, value: 180 }])).toMatchObject({ pace: 1, flags: ['STALE'] });
  });

  test('follows the milestones of the plan', () => {
    const milestones = [{ year: 2026, value: 160 }];
    expect(assess([{ year: 2026, value: 160 }], { milestones })).toMatchObject({
      status: 'ON_TRACK',
      pace: 1,
      expectedShare: 0.0833,
      expectedValue: 160,
    });
  });

  test('is not asked for while the plan itself stands still', () => {
    const milestones = [{ year: 2026, value: 120 }];
    expect(assess([{ year: 2025, value: 121 }], { milestones })).toMatchObject({
      status: 'ON_TRACK',
      pace: null,
      expectedShare: 0,
    });
  });

  test('can be held against the cut-offs of another convention', () => {
    const observations = [{ year: 2026, value: 340 }];
    expect(assess(observations).status).toBe('DELAYED');
    expect(assess(observations, { thresholds: { onTrack: '0.90', delayed: 0 } }).status).toBe(
      'ON_TRACK',
    );
  });
});

describe('a hidden value', () => {
  test('ends the matter: no number, no older year', () => {
    const hidden = assess([
      { year: 2024, value: 240 },
      { year: 2026, value: null, status: 'Q' },
    ]);
    expect(hidden).toEqual({
      status: 'SUPPRESSED',
      progress: null,
      pace: null,
      expectedShare: null,
      expectedValue: null,
      latestYear: null,
      latestValue: null,
      flags: [],
    });
  });

  test('is passed over when a newer one is shown', () => {
    const observations = [
      { year: 2025, value: 5, status: 'Q' as const },
      { year: 2026, value: 360 },
    ];
    expect(assess(observations).status).toBe('ON_TRACK');
  });

  test('is not uncovered by a gap after it', () => {
    const observations = [
      { year: 2024, value: 240 },
      { year: 2025, value: null, status: 'Q' as const },
      { year: 2026, value: null },
    ];
    expect(assess(observations).status).toBe('SUPPRESSED');
  });
});

describe('the deadline', () => {
  test('is missed even at 97 %, and the pace is the progress', () => {
    const late = assess([{ year: 2030, value: 585.6 }], { asOf: 2031 });
    expect(late).toMatchObject({ status: 'MISSED', progress: 0.97, pace: 0.97 });
  });

  test('is not missed while its own value has not come', () => {
    const waiting = assess([{ year: 2029, value: 540 }], { asOf: 2031 });
    expect(waiting).toMatchObject({ status: 'ON_TRACK', flags: ['AWAITING_FINAL_DATA'] });
  });

  test('does not excuse moving away', () => {
    expect(assess([{ year: 2030, value: 100 }], { asOf: 2030 }).status).toBe('REGRESSED');
  });
});

describe('a target met at the baseline', () => {
  const kept = { baselineValue: 700 };

  test('is achieved while it is kept, and an officer is told to reset it', () => {
    expect(assess([{ year: 2026, value: 650 }], kept)).toMatchObject({
      status: 'ACHIEVED',
      progress: 1,
      pace: null,
      flags: ['TARGET_ALREADY_MET_AT_BASELINE'],
    });
  });

  test('has moved away once it is lost, without numbers', () => {
    expect(assess([{ year: 2026, value: 599 }], kept)).toMatchObject({
      status: 'REGRESSED',
      progress: null,
      pace: null,
      expectedValue: null,
    });
  });

  test('may be the wish to stay where one is', () => {
    const same = assess([{ year: 2026, value: 600 }], { baselineValue: 600 });
    expect(same).toMatchObject({ status: 'ACHIEVED', flags: [] });
  });
});

describe('a law or a yes/no question', () => {
  test.each(['BINARY', 'MILESTONE'] as const)('has no pace: %s', (kind) => {
    expect(assess([{ year: 2026, value: 1 }], { kind, targetValue: 1 })).toEqual({
      status: 'BY_LEVEL',
      progress: null,
      pace: null,
      expectedShare: null,
      expectedValue: null,
      latestYear: null,
      latestValue: null,
      flags: [],
    });
  });
});

describe('a break in the series', () => {
  const observations = [{ year: 2026, value: 700 }];

  test('after the baseline takes the baseline away, whatever the value', () => {
    expect(assess(observations, { breaks: [2024] })).toMatchObject({
      status: 'NO_BASELINE',
      progress: null,
      latestValue: 700,
      flags: ['BREAK_IN_SERIES'],
    });
  });

  test.each([[2022], [2027]])('in %d does not touch the way from 2022 to 2026', (year) => {
    expect(assess(observations, { breaks: [year] }).status).toBe('ACHIEVED');
  });

  test('that only the producer marks (B) is flagged', () => {
    const marked = assess([
      { year: 2024, value: 240, status: 'B' },
      { year: 2026, value: 360 },
    ]);
    expect(marked).toMatchObject({ status: 'ON_TRACK', flags: ['BREAK_IN_SERIES'] });
  });
});

describe('the set-up', () => {
  test('without a direction cannot be judged', () => {
    expect(assess([{ year: 2026, value: 1 }], { direction: 'NONE' }).status).toBe('INVALID_CONFIG');
  });

  test('without a target year cannot be judged', () => {
    expect(assess([{ year: 2026, value: 1 }], { targetYear: null }).status).toBe('INVALID_CONFIG');
  });

  test('towards a value is met within its tolerance', () => {
    const parity = {
      direction: 'TOWARDS',
      baselineValue: 1.4,
      targetValue: 1,
      tolerance: 0.05,
    } as const;
    expect(assess([{ year: 2026, value: 0.95 }], parity).status).toBe('ACHIEVED');
    expect(assess([{ year: 2026, value: 0.94 }], parity).status).toBe('ON_TRACK');
  });
});

const value = fc.integer({ min: 0, max: 1200 });

test('progress never falls when the value of a rising indicator rises', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const before = assess([{ year: 2026, value: low }]).progress ?? NaN;
      expect(assess([{ year: 2026, value: high }]).progress).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('the order of observations never matters', () => {
  const status = fc.constantFrom('A', 'P', 'E', 'B', 'O', 'Q', 'U' as const);
  const observation = fc.record({ year: fc.integer({ min: 2018, max: 2028 }), value, status });
  const series = fc.uniqueArray(observation, { selector: ({ year }) => year });
  const shuffled = series.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      expect(assess(other)).toEqual(assess(rows));
    }),
  );
});
