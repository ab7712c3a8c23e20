import { expect, test } from '@jest/globals';

import { assessAction } from './assess-action.ts';
import type { IndicatorStatus } from './status.ts';

type Row = [status: IndicatorStatus, pace?: number | string | null, progress?: number];

function action(...rows: Row[]) {
  const indicators = rows.map(([status, pace = null, progress = null]) => ({
    status,
    pace,
    progress,
  }));
  return assessAction({ indicators });
}

test('an action is the mean of its paces, each cut at 1', () => {
  expect(action(['ON_TRACK', 1.4], ['OFF_TRACK', 0.4])).toMatchObject({
    status: 'DELAYED',
    score: 0.7,
  });
});

test('one indicator that moved away keeps an action from being on track', () => {
  const paces: Row[] = Array.from({ length: 40 }, () => ['ON_TRACK', 1]);
  expect(action(...paces, ['REGRESSED', -0.5])).toMatchObject({ status: 'DELAYED', score: 0.9634 });
});

test('one missed deadline does the same', () => {
  expect(action(['ON_TRACK', 1], ['MISSED', 0.99]).status).toBe('DELAYED');
});

test('an action is achieved only when every indicator is known to be', () => {
  expect(action(['ACHIEVED'], ['NO_DATA'])).toMatchObject({ status: 'ON_TRACK', score: 1 });
});

test('exactly half of the indicators is enough data', () => {
  expect(action(['ON_TRACK', 1], ['NO_DATA']).status).toBe('ON_TRACK');
});

test('a maintained target that was lost counts as moving away at full speed', () => {
  expect(action(['REGRESSED'], ['ON_TRACK'])).toMatchObject({ status: 'OFF_TRACK', score: 0 });
});

test('a law not yet due is no score, but known', () => {
  expect(action(['PENDING', null, 0], ['ACHIEVED', 1, 1])).toMatchObject({
    status: 'ON_TRACK',
    score: 1,
    meanProgress: 0.5,
    assessed: 2,
  });
});

test('paces may be decimal text', () => {
  expect(action(['ON_TRACK', '0.95']).status).toBe('ON_TRACK');
});
