import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { recordEvent } from '../audit/chain.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
});
afterAll(() => api.stop());

it('the audit as a file is whole beyond one page', async () => {
  await api.em().transactional(async (em) => {
    for (let i = 0; i < 600; i++) await recordEvent(em, null, 'MAP_SERIES', `bulk ${i}`);
  });
  const { rawPayload: bytes } = await api.http({
    url: '/work/audit.csv?operation=MAP_SERIES',
    headers: { cookie: await api.cookie(PEOPLE.auditor) },
  });
  const { rows } = readCsv({ bytes });
  expect(rows).toHaveLength(601);
  expect(new Set(rows.map(([number]) => number)).size).toBe(601);
});
