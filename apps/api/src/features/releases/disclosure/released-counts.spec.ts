import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import type { TableToStore } from './disclose.types.ts';
import { storedTables, storeTables } from './released-counts.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

/** Counts of one table; those of two such tables are too many for one statement. */
const COUNTS = 3001;

const tableOf = (year: number): TableToStore => ({
  ...{ indicator: 'A5.10', year, withheld: [], told: [] },
  threshold: { base: 10, detailed: 20 },
  counts: Array.from({ length: COUNTS }, (_, i) => ({
    key: `KGZ|_T|_T|_T|_T|K${String(i).padStart(4, '0')}`,
    part: 'COUNT',
    value: String(i),
    hiding: i % 7 === 0 ? 'COUNT' : null,
  })),
});

it('remembers each count of a release, however many there are', async () => {
  const tables = [2023, 2024].map(tableOf);
  const rolledBack = new Error('There is no such release.');
  const stored = test.em().transactional(async (tx) => {
    await storeTables(tx, 99, tables);
    const found = await storedTables(tx, 'A5.10');
    for (const { year, threshold, counts } of tables)
      expect(found.get(year)).toEqual([
        { year, release: '99', threshold, withheld: [], told: [], counts },
      ]);
    throw rolledBack;
  });
  await expect(stored).rejects.toBe(rolledBack);
});
