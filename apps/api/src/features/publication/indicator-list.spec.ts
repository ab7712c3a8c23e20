import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

const QUERY = `query List($release: ID) { indicators(lang: en, release: $release) {
  release { number } actions { code } indicators { code name { text } known uses { action role } } } }`;
interface List {
  indicators: {
    release: { number: string };
    actions: { code: string }[];
    indicators: { code: string; known: number; uses: { action: string; role: string }[] }[];
  } | null;
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());
const ask = async (release: string | null = null) =>
  (await test.publicQuery<List>(QUERY, { release })).data?.indicators;

describe('the list of indicators', () => {
  it('has every indicator of the release, also those of which nothing is known', async () => {
    const list = await ask();
    const [all] = await test
      .em()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from publication.indicator where until_release is null`,
      );
    expect(list?.indicators).toHaveLength(all?.count ?? 0);
    const silent = list?.indicators.filter(({ known }) => known === 0) ?? [];
    expect(silent.length).toBeGreaterThan(0);
    const [found] = await test
      .em()
      .execute<{ values: number }[]>(
        `select count(*)::int as values from publication.value where value is not null and indicator in (?)`,
        [silent.map(({ code }) => code)],
      );
    expect(found?.values).toBe(0);
  });

  it('says in which actions each is used, and as what', async () => {
    const list = await ask();
    const actions = new Set(list?.actions.map(({ code }) => code));
    const uses = list?.indicators.flatMap((one) => one.uses) ?? [];
    expect(uses.length).toBeGreaterThan(30);
    expect(uses.filter(({ action }) => !actions.has(action))).toEqual([]);
  });

  it('is nothing for a release that is not there, and takes two statements', async () => {
    expect(await ask('2031.1')).toBeNull();
    expect(await test.statements(() => ask())).toBeLessThanOrEqual(2);
  });
});
