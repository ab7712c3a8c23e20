import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, it } from '@jest/globals';
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
