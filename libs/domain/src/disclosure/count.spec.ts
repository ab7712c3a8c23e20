import { expect, test } from '@jest/globals';
import { toCount } from './count.ts';

test('does not repeat in its error what is no count: it may be of people', () => {
  expect(() => toCount('3.5')).toThrow(new RangeError('Not a count.'));
});
