import { expect, it } from '@jest/globals';
import { LOCKS } from './locks.ts';

it('guards each thing by a lock of its own', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});
