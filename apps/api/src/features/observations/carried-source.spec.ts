import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Via } from '../../graphql/enums.ts';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

/** Adds a published value of last year that came in this way and from this source. */
async function lastYear(indicator: string, via: Via, sourceText: string): Promise<void> {
  const [id, revision] = [randomUUID(), randomUUID()];
  await api.em().transactional(async (tx) => {
    await tx.execute(
      `insert into work.observation (id, indicator, area, year, state, current_revision, published_revision)
       values (?, ?, 'KGZ', 2024, 'PUBLISHED', ?, ?)`,
      [id, indicator, revision, revision],
    );
    await tx.execute(
      `insert into work.revision (id, observation, area, number, value, obs_status, via, source_text, author)
       values (?, ?, 'KGZ', 1, '3', 'A', ?, ?, (select id from work.user_account where email = ?))`,
      [revision, id, via, sourceText, via === 'SOURCE_IMPORT' ? null : PEOPLE.kgz],
    );
  });
}

describe('the source of last year', () => {
  it('is offered where the body itself gave it, by hand or by file, and not where a public data set did', async () => {
    await lastYear('A5.2', 'ENTRY', 'Ministry, order 7');
    await lastYear('A6.1', 'IMPORT', 'Ministry, yearbook');
    await lastYear('A5.8', 'SOURCE_IMPORT', 'World Bank, World Development Indicators');
    const of = { area: 'KGZ', cycle: 2025 };
    const { result } = await desk.read(PEOPLE.kgz, 'returnForm', of);
    const source = (code: string) =>
      one(result.cells, ({ indicator }) => indicator === code).lastSource;
    expect(['A5.2', 'A6.1', 'A5.8'].map(source)).toEqual([
      'Ministry, order 7',
      'Ministry, yearbook',
      null,
    ]);
  });
});
