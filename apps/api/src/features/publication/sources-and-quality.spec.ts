import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { day } from '../../testing/reporting-fixture.ts';
import type { PublishedQuality } from './published-quality.type.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

describe('the sources of a release', () => {
  const ask = async (release?: string) => {
    const { data } = await test.publicQuery<{
      sources:
        | { source: { id: string; licence: string; publisher: string }; indicators: string[] }[]
        | null;
    }>(
      `query ($release: ID) { sources(release: $release) { source { id licence publisher } indicators } }`,
      release === undefined ? {} : { release },
    );
    return data?.sources;
  };

  it('each have a licence, come by publisher and name the indicators that show a figure of them', async () => {
    const uses = (await ask()) ?? [];
    expect(uses.length).toBeGreaterThan(50);
    expect(uses.filter(({ source }) => source.licence.trim() === '')).toEqual([]);
    expect(uses.find(({ source }) => source.id === 'undp_hdr2324')?.indicators).toEqual(['C7']);
    const publishers = uses.map(({ source }) => source.publisher);
    expect(publishers).toEqual(publishers.toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  it('are those of that release, and none where there is no such release', async () => {
    expect(((await ask('2026.1')) ?? []).length).toBeGreaterThan(0);
    expect(await ask('1999.1')).toBeNull();
  });
});

describe('the data quality of a release', () => {
  const read = async (variables: { release?: string; area?: string; lang?: string }) => {
    const { data } = await test.publicQuery<{ dataQuality: PublishedQuality | null }>(
      `query ($release: ID, $area: ID, $lang: Language! = en) { dataQuality(lang: $lang, release: $release, area: $area) { release { number } years
        areas { area { code } cycle { year dueOn assigned reported notDue } years { year reported assigned } }
        indicators { code name { text } } cells { area indicator year class marks hidden dueOn revisions hits { code } } } }`,
      variables,
    );
    return data?.dataQuality;
  };

  it('has a cell for every figure of a country that is not broken down, every law with a stage, and all that was asked', async () => {
    const quality = await read({});
    const rows = await test.em().execute<{ cell: string }[]>(
      `select area || ' ' || indicator || ' ' || year as cell from publication.value v
       where until_release is null and area <> 'CA4' and sex = '_T' and age = '_T' and urbanisation = '_T' and region = '_T'
         and (breakdown = '_T' or indicator in (select code from work.indicator where kind = 'MILESTONE'))
       union select area || ' ' || indicator || ' ' || cycle from work.assignment where area <> 'CA4'`,
    );
    const cells = quality?.cells.map(
      ({ area, indicator, year }) => `${area} ${indicator} ${String(year)}`,
    );
    expect(cells?.toSorted()).toEqual(rows.map(({ cell }) => cell).sort());
    expect(quality?.areas.map(({ area }) => area.code)).toEqual(['KAZ', 'KGZ', 'TJK', 'UZB']);
    for (const { cycle } of quality?.areas ?? [])
      expect(cycle).toMatchObject({ year: 2025, dueOn: day(60), assigned: 50 });
  });

  it('is judged once for a release, whatever is asked of it, and read in two statements from then on', async () => {
    const before = { lang: 'tg', release: '2026.1' };
    expect(await test.statements(() => read(before))).toBe(4);
    for (const variables of [before, { ...before, lang: 'kk' }, { ...before, area: 'KGZ' }])
      expect(await test.statements(() => read(variables))).toBe(2);
    const one = await read({ area: 'KGZ' });
    expect(new Set(one?.cells.map(({ area }) => area))).toEqual(new Set(['KGZ']));
  });

  it('is that of the release asked for, and nothing where there is no such release or country', async () => {
    const [then, now] = [await read({ release: '2026.1' }), await read({})];
    expect(then?.release.number).toBe('2026.1');
    const figures = (quality: typeof now) =>
      quality?.areas.flatMap(({ years }) => years.map(({ reported }) => reported)) ?? [];
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    expect(sum(figures(then))).toBeLessThan(sum(figures(now)));
    for (const variables of [{ release: '1999.1' }, { area: 'XXX' }, { area: 'CA4' }])
      expect(await read(variables)).toBeNull();
  });

  it('changes with no work that is not released', async () => {
    const before = JSON.stringify(await read({}));
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'TJK', year: 2025, value: '7' }]);
    await test
      .em()
      .execute(`delete from work.assignment where area = 'TJK' and indicator = 'A5.8'`);
    await test.em().execute(`update work.cycle set due_on = due_on - 30`);
    expect(JSON.stringify(await read({}))).toBe(before);
  });
});
