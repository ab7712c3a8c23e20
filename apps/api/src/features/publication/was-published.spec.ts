import { expect, it } from '@jest/globals';
import { wasPublished } from './release-day.ts';

const first = new Date('2026-11-27T17:59:00.120Z');
const second = new Date('2026-11-27T17:59:00.480Z');

it('the time of a release, as it is written, asks for that release', () => {
  expect(wasPublished(first, new Date('2026-11-27T23:59:00+06:00'))).toBe(true);
});

it('two releases of one second are told apart by their milliseconds', () => {
  expect([first, second].map((at) => wasPublished(at, first))).toEqual([true, false]);
});
