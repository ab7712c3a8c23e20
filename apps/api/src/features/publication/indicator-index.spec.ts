import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

const QUERY = `query ($release: ID) { indicatorIndex(lang: en, release: $release) { groups { action { code } indicators { code kind role areas latestYear } } } }`;

interface Group {
  action: { code: string } | null;
  indicators: { code: string; kind: string; areas: number; latestYear: number | null }[];
}

describe('the index of indicators', () => {
  let test: TestApp;
  let groups: Group[];
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
    groups = (await test.publicQuery(QUERY)).data.indicatorIndex.groups;
  }, 60_000);
  afterAll(() => test.stop());

  it('has every indicator of the release, under each action that names it', async () => {
    const listed = groups.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const released = await test
      .em()
      .execute<{ code: string }[]>(
        'select code from publication.indicator where until_release is null',
      );
    expect([...new Set(listed)].sort()).toEqual(released.map(({ code }) => code).sort());
    const a2 = groups.find(({ action }) => action?.code === 'A2');
    expect(a2?.indicators[0]?.code).toBe('A2.1');
  });

  it('says of which there are values, of a law by its elements', () => {
    const of = (code: string) =>
      groups.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
    expect(of('A2.1')).toMatchObject({ kind: 'MILESTONE', areas: 4, latestYear: 2025 });
    expect(of('A4.2')).toMatchObject({ areas: 4, latestYear: 2023 });
    expect(of('A4.5')).toMatchObject({ areas: 0, latestYear: null });
  });

  it('is read in two statements, and is null for a release that is not there', async () => {
    expect(await test.statements(() => test.publicQuery(QUERY))).toBe(2);
    const { data } = await test.publicQuery(QUERY, { release: '1999.1' });
    expect(data.indicatorIndex).toBeNull();
  });
});
