import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { buildSchema } from 'graphql';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { hasSharedSchemas, sharedSchema } from '../../../testing/shared-schemas.ts';
import { READ_BACK, type Line } from '../read-back.fixture.ts';

interface FieldOf {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[] };
}
interface Package {
  version: string;
  resources: { name: string; path: string; schema: { fields: FieldOf[]; primaryKey: string[] } }[];
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 10_000 } });
}, 120_000);
afterAll(() => test.stop());

const ORIGIN = 'http://localhost:3000';
const below = (url: string) => {
  expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
  return url.slice(ORIGIN.length);
};
async function read<T>(url: string): Promise<T> {
  const answer = await test.http(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
}
async function csv(url: string): Promise<Line[]> {
  const answer = await test.http(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return (await READ_BACK['csv']?.(answer.rawPayload)) ?? [];
}

const VALID: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^-?\d+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
};

describe('the data package', () => {
  it('describes its table truly: the same columns in order, each cell of its type, what is required there, keys once', async () => {
    const { resources, version } = await read<Package>('/data/datapackage.json');
    const values = resources.find(({ name }) => name === 'values');
    const { fields = [], primaryKey = [] } = values?.schema ?? {};
    const lines = await csv(below(values?.path ?? ''));
    expect(lines.length).toBeGreaterThan(600);
    expect(Object.keys(lines[0] ?? {})).toEqual(fields.map(({ name }) => name));
    const wrong = lines.flatMap((line) =>
      fields.filter(({ name, type, constraints }) => {
        const cell = line[name] ?? '';
        if (cell === '') return constraints?.required === true;
        return !VALID[type]?.test(cell) || constraints?.enum?.includes(cell) === false;
      }),
    );
    expect(wrong).toEqual([]);
    const keys = new Set(lines.map((line) => primaryKey.map((name) => line[name]).join('|')));
    expect(keys.size).toBe(lines.length);
    expect(new Set(lines.map(({ release }) => release))).toEqual(new Set([version]));
  });

  it('says beside the values how far everything is, in columns as its schema has them', async () => {
    const { resources } = await read<Package>('/data/datapackage.json?lang=ru');
    const levels = resources.find(({ name }) => name === 'levels');
    const { fields = [], primaryKey = [] } = levels?.schema ?? {};
    const lines = await csv(below(levels?.path ?? ''));
    expect(Object.keys(lines[0] ?? {})).toEqual(fields.map(({ name }) => name));
    const missing = fields.filter(
      ({ name, constraints }) =>
        constraints?.required === true && lines.some((line) => line[name] === ''),
    );
    expect(missing).toEqual([]);
    const keys = new Set(lines.map((line) => primaryKey.map((name) => line[name]).join('|')));
    expect(keys.size).toBe(lines.length);
  });

  it('leads to every indicator that has a value, and together they are the whole', async () => {
    const { resources } = await read<Package>('/data/datapackage.json?lang=ru');
    const whole = resources.find(({ name }) => name === 'values');
    const parts = resources.filter(({ name }) => name.startsWith('values-'));
    let rows = 0;
    for (const { path: url } of parts) rows += (await csv(below(url))).length;
    expect(rows).toBe((await csv(below(whole?.path ?? ''))).length);
    expect(parts.length).toBeGreaterThan(20);
  });

  it('names its release in every address, so that it still fits when the next one is out', async () => {
    const { resources, version } = await read<Package>('/data/datapackage.json?release=2026.1');
    expect(version).toBe('2026.1');
    for (const { path: url } of resources) expect(url).toContain('release=2026.1');
  });

  (hasSharedSchemas ? it : it.skip)(
    'is valid by the profiles of Data Package 2.0, in every language',
    async () => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      formats.default(ajv);
      const schemaOf = (name: string) =>
        JSON.parse(sharedSchema(`datapackage-2.0/${name}.json`)) as object;
      const valid = ajv.compile(schemaOf('datapackage'));
      const validTable = ajv.compile(schemaOf('tableschema'));
      for (const lang of languages) {
        valid(await read(`/data/datapackage.json?lang=${lang}`));
        expect(valid.errors).toBeNull();
        validTable(await read(`/data/table-schema.json?lang=${lang}`));
        expect(validTable.errors).toBeNull();
      }
      valid({ ...(await read<object>('/data/datapackage.json')), resources: [] });
      expect(valid.errors).not.toBeNull();
    },
  );
});

describe('the DCAT catalogue', () => {
  interface Catalogue {
    '@context': Record<string, string>;
    'dcat:dataset': {
      'dcat:version': string;
      'dcat:previousVersion': { '@id': string };
      'dcat:distribution': {
        'dcat:downloadURL': { '@id': string };
        'dcat:mediaType': { '@id': string };
        'dct:license': { '@id': string };
      }[];
    };
  }

  it('has what DCAT-AP demands of a catalogue, a dataset and its distributions', async () => {
    const catalogue = await read<Catalogue>('/data/catalog.jsonld');
    const texts = expect.arrayContaining([
      expect.objectContaining({ '@language': 'en' }),
      expect.objectContaining({ '@language': 'ru' }),
    ]);
    expect(catalogue).toMatchObject({
      '@type': 'dcat:Catalog',
      'dct:title': texts,
      'dct:description': texts,
      'dct:publisher': { '@type': 'foaf:Agent' },
      'dcat:dataset': {
        '@type': 'dcat:Dataset',
        'dct:title': texts,
        'dct:description': texts,
        'dct:temporal': { '@type': 'dct:PeriodOfTime' },
        'dcat:version': '2026.2',
        'dcat:previousVersion': { '@id': expect.stringContaining('release=2026.1') },
      },
    });
  });

  it('says of every node what it is, as the ranges of DCAT-AP 3 want it', async () => {
    const RANGES: Readonly<Record<string, string>> = {
      'dct:publisher': 'foaf:Agent',
      'foaf:homepage': 'foaf:Document',
      'dcat:landingPage': 'foaf:Document',
      'dct:language': 'dct:LinguisticSystem',
      'dct:license': 'dct:LicenseDocument',
      'dct:spatial': 'dct:Location',
      'dct:temporal': 'dct:PeriodOfTime',
      'dct:accrualPeriodicity': 'dct:Frequency',
      'dct:rights': 'dct:RightsStatement',
      'dct:source': 'dcat:Dataset',
      'dct:relation': 'rdfs:Resource',
      'dct:format': 'dct:MediaTypeOrExtent',
      'dct:conformsTo': 'dct:Standard',
      'dcat:themeTaxonomy': 'skos:ConceptScheme',
      'dcat:theme': 'skos:Concept',
      'dcatap:availability': 'skos:Concept',
      'dcat:mediaType': 'dct:MediaType',
      'dcat:contactPoint': 'vcard:Kind',
      'dcat:distribution': 'dcat:Distribution',
      'dcat:dataset': 'dcat:Dataset',
    };
    const types = new Map<string, string[]>();
    const met: [string, string[]][] = [];
    const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
    const body = await read<Catalogue>('/data/catalog.jsonld');
    JSON.stringify(body, (key, value: unknown) => {
      for (const node of asList(value) as Readonly<Record<string, string | string[]>>[]) {
        if (typeof node !== 'object' || !(key in RANGES)) continue;
        const own = '@type' in node ? asList(node['@type'] ?? '') : [];
        const at = String(node['@id'] ?? '');
        if (own.length > 0) types.set(at, own);
        met.push([key, own.length > 0 ? own : [at]]);
      }
      return value;
    });
    // a node's type may be given elsewhere in the document
    const wrong = met.filter(([key, [own = '', ...more]]) => {
      const known = types.get(own) ?? [own, ...more];
      return !known.includes(RANGES[key] ?? '');
    });
    expect(wrong).toEqual([]);
    expect(new Set(met.map(([key]) => key))).toEqual(new Set(Object.keys(RANGES)));
  });

  it('describes the sources that are data sets as such, and all others as what the release relates to', async () => {
    const { 'dcat:dataset': dataset } = await read<{
      'dcat:dataset': Record<'dct:source' | 'dct:relation', Record<string, string>[]>;
    }>('/data/catalog.jsonld');
    const { 'dct:source': sources, 'dct:relation': others } = dataset;
    expect(sources.length).toBeGreaterThan(3);
    expect(others.length).toBeGreaterThan(50);
    for (const one of sources)
      expect(Object.keys(one)).toEqual([
        ...['@id', '@type', 'dct:title', 'dct:description', 'dct:publisher'],
      ]);
    const addresses = [...sources, ...others].map((one) => one['@id']);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('uses no word that its context does not define', async () => {
    const { '@context': context, ...body } = await read<Catalogue>('/data/catalog.jsonld');
    const prefixes = new Set<string>();
    JSON.stringify(body, (key, value: unknown) => {
      if (/^[a-z]+:/.test(key)) prefixes.add(key.split(':')[0] ?? '');
      if (key === '@type')
        for (const type of [value].flat()) prefixes.add(String(type).split(':')[0] ?? '');
      return value;
    });
    expect([...prefixes].filter((prefix) => !(prefix in context))).toEqual([]);
  });

  it('leads to every file, with its media type and its licence', async () => {
    const { 'dcat:dataset': dataset } = await read<Catalogue>('/data/catalog.jsonld');
    const distributions = dataset['dcat:distribution'];
    expect(distributions.length).toBeGreaterThan(3);
    for (const distribution of distributions) {
      const answer = await test.http({
        method: 'HEAD',
        url: below(distribution['dcat:downloadURL']['@id']),
      });
      expect(answer.statusCode).toBe(200);
      const [type] = String(answer.headers['content-type']).split(';');
      expect(distribution['dcat:mediaType']['@id']).toMatch(
        new RegExp(`/${type ?? ''}$`.replace('+', '\\+')),
      );
      expect(distribution['dct:license']['@id']).toMatch(
        /creativecommons\.org\/licenses\/by\/4\.0/,
      );
    }
  });
});

describe('the metadata of an indicator', () => {
  it('is its sheet, targets, breaks and sources without a value, in the language asked for', async () => {
    const metadata = await read<{ series: object[]; indicator: { name: { text: string } } }>(
      '/data/indicators/A4.2/metadata.json?lang=ru',
    );
    expect(metadata).toMatchObject({
      release: '2026.2',
      indicator: { code: 'A4.2', name: { lang: 'ru' }, sheet: expect.any(Array) },
      sources: expect.arrayContaining([expect.objectContaining({ licence: expect.any(String) })]),
      schema: { primaryKey: expect.any(Array) },
    });
    for (const series of metadata.series) {
      expect(series).toHaveProperty('target');
      expect(series).not.toHaveProperty('values');
      expect(series).not.toHaveProperty('breakdowns');
    }
  });

  it('names of a law its elements, how far it is, and what each dated event proves', async () => {
    const { law, events } = await read<{
      law: { elements: { code: string }[]; levels: { level: { word: string } }[] };
      events: { proves: { element: string; elementName: { text: string } }[] }[];
    }>('/data/indicators/A2.1/metadata.json?lang=ru');
    expect(law.elements.map(({ code }) => code)).toContain('A2.1-DEF');
    expect(law.levels).toContainEqual(
      expect.objectContaining({ level: expect.objectContaining({ word: 'MOSTLY_DONE' }) }),
    );
    const proved = events.flatMap(({ proves }) => proves);
    expect(proved).toContainEqual(
      expect.objectContaining({
        element: 'A2.1-DEF',
        elementName: { lang: 'ru', text: expect.any(String) },
      }),
    );
  });

  it('says of a level, an assessment and a law what is named, and nothing of how it is kept', async () => {
    const { series } = await read<{ series: { assessment: { level: object } | null }[] }>(
      '/data/indicators/A4.2/metadata.json',
    );
    const { law } = await read<{
      law: { indicator: object; cells: object[]; levels: { level: object }[] };
    }>('/data/indicators/A2.1/metadata.json');
    const level = ['flags', 'high', 'known', 'low', 'movement', 'percent', 'points', 'reason'];
    level.push('total', 'word');
    const assessments = series.flatMap(({ assessment }) => assessment ?? []);
    expect(keysOf(assessments)).toEqual([
      ...['benchmarkGaps', 'expectedShare', 'expectedValue', 'flags', 'latestValue'],
      ...['latestYear', 'level', 'pace', 'progress', 'projection', 'status'],
    ]);
    expect(keysOf(assessments.map((one) => one.level))).toEqual(level);
    expect(keysOf(law.levels.map((one) => one.level))).toEqual(level);
    expect(keysOf([law.indicator])).toEqual([
      ...['code', 'decimals', 'direction', 'kind', 'name', 'scope', 'stages', 'unit', 'unitText'],
    ]);
    expect(keysOf(law.cells)).toEqual([
      ...['area', 'basis', 'element', 'lastDate', 'provision', 'since', 'source', 'stage', 'year'],
    ]);
  });

  it.each(['/data/indicators/Z9/metadata.json', '/data/datapackage.json?release=2031.1'])(
    'has nothing at %s',
    async (url) => {
      expect((await test.http(url)).statusCode).toBe(404);
    },
  );
});

it('answers who has a description already with 304', async () => {
  for (const url of ['/data/datapackage.json', '/data/indicators/A4.2/metadata.json']) {
    const { headers } = await test.http(url);
    const again = await test.http({ url, headers: { 'if-none-match': headers.etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
});

it('hands out the schema of /graphql, the one that is committed', async () => {
  const answer = await test.http('/data/schema.graphql');
  const file = path.join(import.meta.dirname, '../../../../../../libs/schema/public.graphql');
  expect(answer.body).toBe(readFileSync(file, 'utf8'));
});

it('is what /graphql itself answers to: reading, and nothing that the desks do', async () => {
  const { data } = await test.publicQuery(
    '{ __schema { mutationType { name } queryType { fields { name } } } }',
  );
  const { body } = await test.http('/data/schema.graphql');
  const query = buildSchema(body).getQueryType();
  const named = data.__schema.queryType.fields.map(({ name }: { name: string }) => name);
  expect(data.__schema.mutationType).toBeNull();
  expect(named.sort()).toEqual(Object.keys(query?.getFields() ?? {}).sort());
});

function keysOf(list: readonly object[]): string[] {
  return [...new Set(list.flatMap(Object.keys))].sort();
}
