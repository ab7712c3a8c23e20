import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, it } from '@jest/globals';
import { METHOD_VERSION } from '@qadam/domain';
import type { ReadRelease } from './release.reader.ts';
import { viewOf } from './year-view.ts';

it('tells of a release that older rules assessed its own year only, and draws no lines', async () => {
  const nothingIsRead = {} as EntityManager;
  const release = { asOfYear: 2025, sequence: 2, methodVersion: '0.9' } as ReadRelease;
  const stored = { areas: [], assessments: [], before: null, firstYear: 2015 };
  const view = await viewOf(nothingIsRead, release, stored, 2023);
  expect([view.year, view.firstYear]).toEqual([2025, 2025]);
  expect(await view.history('A2', 'KGZ')).toEqual({ firstYear: 2025, percents: [] });
});

it('judges an earlier year once, and the year before it', async () => {
  let reads = 0;
  const execute = (sql: string) => {
    if (!sql.includes('as count')) reads++;
    return Promise.resolve([
      sql.includes('as count') ? { count: 0 } : { indicators: [], actions: [] },
    ]);
  };
  const release = {
    asOfYear: 2025,
    sequence: 2,
    contentHash: 'of an earlier year',
    methodVersion: METHOD_VERSION,
  } as ReadRelease;
  const stored = { areas: [], assessments: [], before: null, firstYear: 2015 };
  const asOf = async (year: number) =>
    viewOf({ execute } as unknown as EntityManager, release, stored, year);
  for (const year of [2023, 2023, 2022]) {
    const view = await asOf(year);
    expect([view.year, view.assessments, view.before?.rows, reads]).toEqual([
      year,
      [],
      [],
      year === 2023 ? 1 : 2,
    ]);
  }
});

it('reads a release for its lines once, and again when another of its cells is hidden', async () => {
  let hidden = 3;
  let reads = 0;
  const execute = (sql: string) => {
    if (sql.includes('as count')) return Promise.resolve([{ count: hidden }]);
    reads++;
    return Promise.resolve([{ indicators: [], actions: [] }]);
  };
  const release = {
    asOfYear: 2025,
    sequence: 2,
    contentHash: 'of this spec',
    methodVersion: METHOD_VERSION,
  } as ReadRelease;
  const stored = { areas: [], assessments: [], before: null, firstYear: 2015 };
  const lines = async () =>
    (await viewOf({ execute } as unknown as EntityManager, release, stored, null)).history(
      'A2',
      'KGZ',
    );
  for (const reader of [1, 2]) {
    expect([reader, await lines()]).toEqual([reader, { firstYear: 2016, percents: [] }]);
    expect(reads).toBe(1);
  }
  hidden++;
  await lines();
  expect(reads).toBe(2);
});
