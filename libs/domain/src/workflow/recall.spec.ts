import { describe, expect, test } from '@jest/globals';
import { type SubmittedReturn, recallProblem } from './recall.ts';

const fresh: SubmittedReturn = {
  recalled: false,
  reviewed: false,
  changed: false,
  unreleased: true,
  cycleOpen: true,
};

describe('a return', () => {
  test.each([
    ['that nobody looked at is taken back', {}, null],
    ['is taken back once', { recalled: true }, 'ALREADY_RECALLED'],
    ['that was reviewed stays', { reviewed: true }, 'ALREADY_REVIEWED'],
    ['of which a value was changed stays', { changed: true }, 'ALREADY_REOPENED'],
    ['with a first value stays when its cycle is closed', { cycleOpen: false }, 'CYCLE_CLOSED'],
    ['of corrections outlives the cycle', { unreleased: false, cycleOpen: false }, null],
    [
      'is told first what no waiting cures',
      { reviewed: true, cycleOpen: false },
      'ALREADY_REVIEWED',
    ],
  ] as const)('%s', (_what, change, problem) => {
    expect(recallProblem({ ...fresh, ...change })).toBe(problem);
  });
});
