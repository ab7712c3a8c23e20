import { expect, it } from '@jest/globals';
import { thresholdOf } from './threshold.ts';

const threshold = { base: 5, detailed: 10 };

it.each<[string, number]>([
  ['KAZ|_T|_T|_T|_T|_T', 5],
  ['KAZ|F|_T|_T|_T|_T', 5],
  ['KAZ|_T|_T|_T|_T|PHYSICAL', 5],
  ['KAZ|_T|_T|_T|KZ-ALA|_T', 10],
  ['KAZ|F|Y18T29|_T|_T|_T', 10],
  ['KAZ|F|_T|_T|_T|PHYSICAL', 10],
])('holds %s to %i: more below national level and where breakdowns cross', (key, k) => {
  expect(thresholdOf(key, threshold)).toBe(k);
});
