import { expect, test } from '@jest/globals';
import { toCount } from './count.ts';

test('does not repeat a value that is not a count in its error: it may be about people', () => {
  expect(() => toCount('3.5')).toThrow(new RangeError('Not a count.'));
});
