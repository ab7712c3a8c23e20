import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { withDatabase } from '../testing/with-database.ts';
import type { Me } from './auth.ts';
import { formReads, keepPerson, lastPerson } from './last-reads.ts';
import { setSharedComputer } from './shared-computer.ts';

withDatabase();

const HOUR = 60 * 60 * 1000;
const me: Me = {
  id: 'me',
  email: 'me@example.org',
  name: 'Me',
  role: 'REPORTER',
  area: 'KGZ',
  demo: false,
};
const other: Me = { ...me, id: 'other' };
const reads = formReads<string, string>('me', 'KGZ 2025');

beforeEach(async () => {
  setSharedComputer(false);
  await keepPerson(null);
});
afterEach(() => {
  jest.restoreAllMocks();
  setSharedComputer(false);
});

test('a return is there as it was read last, with every cell that was saved', async () => {
  await keepPerson(me);
  await reads.keep('first');
  await reads.keepCell('F1.1', 'saved while it was read again');
  await reads.keep('second');
  const cells = ['saved while it was read again'];
  expect(await reads.read()).toMatchObject({ of: 'second', cells });
  expect(await lastPerson()).toEqual(me);
});

test.each([
  ['somebody else', other],
  ['nobody', null],
])('it is gone as soon as the server knows %s', async (_who, next) => {
  await keepPerson(me);
  await reads.keep('mine');
  await keepPerson(next);
  expect(await reads.read()).toBeNull();
  expect(await lastPerson()).toEqual(next);
  // a page of the first person that stayed open
  await reads.keep('late');
  await reads.keepCell('F1.1', 'late');
  expect(await reads.read()).toBeNull();
});

test('it is shown for as long as a session lives', async () => {
  await keepPerson(me);
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 12 * HOUR + 1);
  expect(await lastPerson()).toBeNull();
});

test('nothing is kept on a shared computer, nor of those who do not report', async () => {
  setSharedComputer(true);
  await keepPerson(me);
  await reads.keep('mine');
  setSharedComputer(false);
  expect(await lastPerson()).toBeNull();
  expect(await reads.read()).toBeNull();
  await keepPerson(me);
  await reads.keep('mine');
  await keepPerson({ ...me, role: 'OFFICER', area: null });
  expect(await lastPerson()).toBeNull();
  expect(await reads.read()).toBeNull();
});
