import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

describe('the sources of a release', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 120_000);
  afterAll(() => test.stop());

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
