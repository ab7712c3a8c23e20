import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { contentHash } from './content-hash.ts';
import { ReleasesService } from './releases.service.ts';

const MINISTRY = {
  en: 'Ministry of Internal Affairs of the Republic of Kazakhstan',
  kk: 'Қазақстан Республикасының Ішкі істер министрлігі',
};

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await reportFigures(test.em(), [
    { indicator: 'A5.8', area: 'KAZ', year: 2024, value: '91000', obsStatus: 'E' },
  ]);
  const releases = new ReleasesService(test.em());
  const request = { asOfYear: 2025, annual: false, note: { en: 'Three.' } };
  expect(await releases.publishUnattended(request)).toMatchObject({ problems: [] });
}, 120_000);
afterAll(() => test.stop());

interface Page {
  indicator: {
    series: {
      area: string;
      values: {
        year: number;
        obsStatus: string;
        source: string | null;
        body: { text: string } | null;
      }[];
    }[];
  };
}

async function valuesOf(lang: string) {
  const { data } = await test.publicQuery<Page>(
    `{ indicator(code: "A5.8", lang: ${lang}) { series { area values { year obsStatus source body { text } } } } }`,
  );
  return data?.indicator.series.find(({ area }) => area === 'KAZ')?.values ?? [];
}

describe('a figure that a ministry reported', () => {
  it.each(['en', 'kk'] as const)(
    'names the ministry in %s, beside figures of other sources',
    async (lang) => {
      const values = await valuesOf(lang);
      expect(values.find(({ year }) => year === 2024)).toEqual({
        year: 2024,
        obsStatus: 'E',
        source: null,
        body: { text: MINISTRY[lang] },
      });
      expect(values.find(({ year }) => year === 2023)).toMatchObject({
        source: 'pg_eurasianet_2024',
        body: null,
      });
    },
  );

  it('names it where figures of several sources stand in one line', async () => {
    const { data } = await test.publicQuery<{
      compare: { indicators: { series: { bodies: string[]; licences: string[] }[] }[] };
    }>(`{ compare(indicators: ["A5.8"], lang: en) { indicators { series { bodies licences } } } }`);
    const [kaz] = data?.compare.indicators[0]?.series ?? [];
    expect(kaz?.bodies).toContain(MINISTRY.en);
    expect(kaz?.licences).toContain('CC BY 4.0');
  });

  it('leaves the hashes of the earlier releases as they were', async () => {
    const em = test.em();
    const releases = await em.execute<{ sequence: number; hash: string }[]>(
      `select sequence, content_hash as hash from publication.release order by sequence`,
    );
    expect(releases).toHaveLength(3);
    for (const { sequence, hash } of releases) expect(await contentHash(em, sequence)).toBe(hash);
  });
});
