import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codes, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
});
afterAll(() => api.stop());

it('ten first saves of a cell make one, and nine are told of it', async () => {
  const desk = deskRequests(api);
  const input = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', expectedVersion: 0, value: '1' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => desk.change(PEOPLE.kgz, 'saveValue', input)),
  );
  const told = answers.map(({ payload }) => codes(payload).join());
  expect(told.sort()).toEqual(['', ...Array<string>(9).fill('VERSION_CONFLICT')]);
});
