import { expect, test } from '@jest/globals';
import { countSteps } from './count-steps.ts';

test('every step is counted once by its word, and by where it moved', () => {
  expect(
    countSteps([
      { word: 'MOSTLY_DONE', movement: 'FORWARD' },
      { word: 'MOSTLY_DONE', movement: 'NONE' },
      { word: 'BEGUN', movement: 'MIXED' },
      { word: 'NOT_KNOWN', movement: 'UNKNOWN' },
    ]),
  ).toEqual({
    total: 4,
    words: {
      DONE: 0,
      MOSTLY_DONE: 2,
      UNDER_WAY: 0,
      BEGUN: 1,
      NOT_BEGUN: 0,
      PARTLY_KNOWN: 0,
      NOT_KNOWN: 1,
    },
    forward: 2,
    none: 1,
    back: 1,
    unknown: 1,
  });
});
