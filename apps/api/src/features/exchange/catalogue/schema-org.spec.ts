import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { DescriptionService, type Described } from './description.service.ts';

interface Dataset {
  '@context'?: string;
  '@type': string;
  '@id': string;
  name: string;
  description: string;
  license: string;
  version: string;
  url: string;
  inLanguage: string;
  temporalCoverage: string;
  spatialCoverage: { name: string; identifier: string }[];
  variableMeasured: { propertyID: string }[];
  distribution: { contentUrl: string; encodingFormat: string }[];
  isAccessibleForFree: boolean;
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

const all: Described[] = [
  { kind: 'RELEASE', release: '2026.1' },
  { kind: 'ACTION', release: '2026.2', code: 'A4' },
  { kind: 'INDICATOR', release: '2026.2', code: 'A4.2' },
];
async function described<T = Dataset>(of: Described, lang: 'en' | 'ru' | 'kk' = 'en'): Promise<T> {
  const service = test.app.get(DescriptionService, { strict: false });
  return JSON.parse(JSON.stringify(await service.describe(of, lang))) as T;
}
const below = (url: string) => url.slice('http://localhost:3000'.length);

describe('what a page says of its data to search engines', () => {
  it.each(all)(
    'is for $kind a dataset with all they ask for: licence, place, time, free of charge, files',
    async (of) => {
      const dataset = await described(of);
      expect(dataset).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        version: of.release,
        isAccessibleForFree: true,
        creator: { '@type': 'Organization', name: 'Qadam' },
      });
      expect(dataset.name.length).toBeGreaterThan(3);
      expect(dataset.description.length).toBeGreaterThanOrEqual(50);
      expect(dataset.description.length).toBeLessThanOrEqual(5000);
      expect(dataset.temporalCoverage).toMatch(/^\d{4}-01-01\/\d{4}-12-31$/);
      expect(dataset.spatialCoverage.map(({ identifier }) => identifier)).toEqual([
        ...['KAZ', 'KGZ', 'TJK', 'UZB'],
      ]);
      expect(dataset.variableMeasured.length).toBeGreaterThan(0);
    },
  );

  it.each(all)('leads for $kind to files that are there, of the type it says', async (of) => {
    for (const { contentUrl, encodingFormat } of (await described(of)).distribution) {
      const answer = await test.http({ method: 'HEAD', url: below(contentUrl) });
      const [type] = String(answer.headers['content-type']).split(';');
      expect([contentUrl, answer.statusCode, type]).toEqual([contentUrl, 200, encodingFormat]);
    }
  });

  it('is on the page of open data the catalogue, with the release in it and its files', async () => {
    const catalogue = await described<{ dataset: Dataset }>({
      kind: 'CATALOGUE',
      release: '2026.2',
    });
    expect(catalogue).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DataCatalog',
      isAccessibleForFree: true,
      dataset: { '@type': 'Dataset', version: '2026.2' },
    });
  });

  it('is the description that DCAT gives: the same identity, files and days', async () => {
    const { dataset } = await described<{ dataset: Dataset }>({
      kind: 'CATALOGUE',
      release: '2026.2',
    });
    const dcat = (await test.http('/data/catalog.jsonld')).json<{
      'dcat:dataset': {
        '@id': string;
        'dct:temporal': Record<string, { '@value': string }>;
        'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[];
      };
    }>()['dcat:dataset'];
    expect(dataset['@id']).toBe(dcat['@id']);
    expect(dataset.distribution.map(({ contentUrl }) => contentUrl)).toEqual(
      dcat['dcat:distribution'].map((one) => one['dcat:downloadURL']['@id']),
    );
    expect(dataset.temporalCoverage).toBe(
      ['dcat:startDate', 'dcat:endDate']
        .map((name) => dcat['dct:temporal'][name]?.['@value'])
        .join('/'),
    );
  });

  it('is in the language of the page', async () => {
    const names = new Set<string>();
    for (const lang of languages) {
      const { name } = await described({ kind: 'RELEASE', release: '2026.2' }, lang as 'en');
      names.add(name);
    }
    expect(names.size).toBe(languages.length);
    expect((await described(all[2] as Described, 'ru')).inLanguage).toBe('ru');
  });

  it('narrows an indicator to its own years and names nothing of the desks', async () => {
    const indicator = await described({ kind: 'INDICATOR', release: '2026.2', code: 'A4.2' });
    expect(indicator.variableMeasured.map(({ propertyID }) => propertyID)).toEqual(['A4.2']);
    const said = JSON.stringify(await Promise.all(all.map((of) => described(of))));
    expect(said).not.toMatch(/@demo\.example|\/work\//);
  });

  it('says nothing where there is no value to take away, and refuses what was not released', async () => {
    const service = test.app.get(DescriptionService, { strict: false });
    expect(
      await service.describe({ kind: 'ACTION', release: '2026.2', code: 'Z9' }, 'en'),
    ).toBeNull();
    await expect(service.describe({ kind: 'RELEASE', release: '2031.1' }, 'en')).rejects.toThrow();
  });

  it('takes at most three statements', async () => {
    const service = test.app.get(DescriptionService, { strict: false });
    for (const of of all)
      expect(await test.statements(() => service.describe(of, 'en'))).toBeLessThanOrEqual(3);
  });
});
