import { expect, test } from '@jest/globals';
import { levelWord } from './level-word.ts';

test.each([
  [null, 0, 'NOT_KNOWN'],
  [1, 0.49, 'PARTLY_KNOWN'],
  [1, 1, 'DONE'],
  [1, 0.99, 'MOSTLY_DONE'],
  ['0.666666666667', 1, 'MOSTLY_DONE'],
  ['0.6666', 1, 'UNDER_WAY'],
  ['0.333333333333', 0.5, 'UNDER_WAY'],
  ['0.3333', 1, 'UNDER_WAY'],
  ['0.3332', 1, 'BEGUN'],
  [0, 1, 'NOT_BEGUN'],
])('a level of %s with %s of it known is %s', (level, coverage, word) => {
  expect(levelWord(level, coverage)).toBe(word);
});
