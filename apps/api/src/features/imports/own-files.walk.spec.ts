import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { serverWork } from '../../testing/server-work.ts';
import type { CheckContext } from './check-context.ts';
import { ImportContextReader } from './import-context.reader.ts';
import type { ImportProblem } from './import-problem.ts';
import { indicatorLookup } from './indicator-lookup.ts';
import { placeReader } from './place-reader.ts';
import { cellResolver } from './resolve-cell.ts';
import { allOf } from './formats/all-of.ts';
import { formatOf } from './formats/registry.ts';

// The files we publish can be imported: each row into the return of its own country and year, and into no other.
let api: TestApp;
const contexts = new Map<string, CheckContext>();
const RETURNS = [
  ['KAZ', 2022],
  ['KGZ', 2018],
  ['TJK', 2020],
  ['UZB', 2024],
] as const;

beforeAll(async () => {
  api = await startTestApp({ seed: 'demo' });
  const reader = serverWork(api, ImportContextReader);
  for (const [area, cycle] of RETURNS)
    contexts.set(area, await reader.read(api.em(), { area, cycle, lang: null }));
}, 120_000);
afterAll(() => api.stop());

const SDMX = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
const csv = (labels: string) => `application/vnd.sdmx.data+csv;version=2.0.0;labels=${labels}`;
const FILES = [
  ['CSV', '/data/all.csv', undefined],
  ['CSV for a spreadsheet', '/data/all.csv?for=excel', undefined],
  ['XLSX', '/data/all.xlsx', undefined],
  ['SDMX-CSV', SDMX, csv('id')],
  ['SDMX-CSV with names', SDMX, csv('name')],
  ['SDMX-CSV with both', SDMX, csv('both')],
  ['SDMX-CSV 1.0 with both', SDMX, 'application/vnd.sdmx.data+csv;version=1.0.0;labels=both'],
  ['SDMX-ML 2.1', SDMX, 'application/vnd.sdmx.genericdata+xml;version=2.1'],
  ['SDMX-ML 2.1 time series', SDMX, 'application/vnd.sdmx.generictimeseriesdata+xml;version=2.1'],
  [
    'SDMX-ML 2.1 structure-specific time series',
    SDMX,
    'application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1',
  ],
  ['SDMX-ML 3.0', SDMX, 'application/vnd.sdmx.data+xml;version=3.0.0'],
  ['SDMX-JSON 1.0', SDMX, 'application/vnd.sdmx.data+json;version=1.0.0'],
  ['SDMX-JSON 2.0', SDMX, 'application/vnd.sdmx.data+json;version=2.0.0'],
  [
    'SDMX-JSON 2.0, flat',
    `${SDMX}?dimensionAtObservation=AllDimensions`,
    'application/vnd.sdmx.data+json;version=2.0.0',
  ],
  ['JSON', '/data/all.json', undefined],
  ['ADX', '/dhis2/adx.xml', undefined],
  ['DHIS2 JSON', '/dhis2/dataValueSets.json', undefined],
] as const;
const ELSEWHERE = new Set(['OTHER_AREA', 'OTHER_YEAR']);

/** The rows of a file that belong to one return, as `indicator value`; and the problems of its other rows. */
async function readAs(bytes: Uint8Array, area: string) {
  const context = contexts.get(area);
  if (context === undefined) throw new Error(area);
  const findIndicator = indicatorLookup(context.indicators);
  const format = formatOf(bytes);
  const { rows } = await format.read(bytes, {
    fileName: 'own',
    template: context,
    total: context.words.total,
    isIndicator: (text) => findIndicator(text).indicator !== null,
    placeOf: placeReader(context),
    columns: null,
  });
  const resolveCell = cellResolver(context, format.name, false);
  const own: string[] = [];
  const others = new Set<string>();
  for (const row of await allOf(rows())) {
    const problems: ImportProblem[] = [];
    resolveCell(row, problems);
    const told = problems.map(({ code }) => code);
    if (!told.some((code) => ELSEWHERE.has(code))) {
      const value = (row.cells.value?.text ?? '').replace(',', '.');
      own.push(`${row.cells.indicator?.text.replace('_', '.') ?? ''} ${value}`);
    } else for (const code of told) others.add(code);
  }
  return { own: own.toSorted(), others };
}

/** What the current release has for one return. */
async function standing(area: string, year: number, withHidden: boolean): Promise<string[]> {
  const rows = await api.em().execute<{ text: string }[]>(
    `select indicator || ' ' || coalesce(trim_scale(value)::text, '') as text from publication.value
     where until_release is null and area = ? and year = ? and (?::boolean or value is not null)`,
    [area, year, withHidden],
  );
  return rows.map(({ text }) => text).toSorted();
}

describe.each(FILES)('%s', (name, path, accept) => {
  it.each(languages)('comes back in %s, each row to its own country and year', async (lang) => {
    const url =
      accept === undefined ? `${path}${path.includes('?') ? '&' : '?'}lang=${lang}` : path;
    const headers = accept === undefined ? {} : { accept, 'accept-language': lang };
    const { rawPayload, statusCode } = await api.http({ url, headers });
    expect(statusCode).toBe(200);
    // two of the returns in turn, so that every format is read in each language and for each return
    const first = languages.indexOf(lang) % 2;
    for (const [area, year] of RETURNS.filter((_, i) => i % 2 === first)) {
      const { own, others } = await readAs(rawPayload, area);
      expect([area, own]).toEqual([area, await standing(area, year, !/ADX|DHIS2/.test(name))]);
      expect(own.length).toBeGreaterThan(0);
      expect(others).toEqual(ELSEWHERE);
    }
  });
});

describe('all of a release, sent as one return', () => {
  it.each(languages)('stores nothing of another country or year in %s', async (lang) => {
    const { rawPayload } = await api.http({ url: `/data/all.csv?for=excel&lang=${lang}` });
    const { body } = await importRequests(api).send('reporter.kgz@demo.example', rawPayload, {
      lang,
    });
    expect(body.state).toBe('CHECKED');
    const stored = await api.em().execute<{ area: string; year: string }[]>(
      `select distinct source->'cells'->'area'->>'text' as area, source->'cells'->'year'->>'text' as year
       from work.import_row where job = ? and verdict <> 'REJECTED' and source is not null`,
      [body.job],
    );
    expect(stored.filter(({ area, year }) => area !== 'KGZ' || year !== '2025')).toEqual([]);
    const told = await api
      .em()
      .execute<{ rows: number }[]>(
        `select count(*)::int as rows from work.import_row where job = ? and verdict <> 'REJECTED'`,
        [body.job],
      );
    const own = await standing('KGZ', 2025, true);
    expect(told[0]?.rows).toBeLessThanOrEqual(own.length);
  });
});
