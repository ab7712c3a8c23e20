// A reader who has kept everything ever published, in every format, tries to work out the hidden counts of linked indicators.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countCandidates, type PrintedRate, type Puzzle } from '@qadam/domain/testing';
import { READ_BACK } from '../features/exchange/read-back.fixture.ts';
import { deskRequests, type DeskRequests, one } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';

const YEAR = 2025;
const OFFICER = 'officer@demo.example';
const THRESHOLD = { base: 5, detailed: 10 };

/** Whose count is whose, as docs/design/methods.md 2.7 and the definitions say: not read from the product. */
const COUNT_OF: Readonly<Record<string, string>> = {
  'A2.5 denominator': 'A2.4',
  'A3.5 denominator': 'A3.6',
  'A5.4 denominator': 'A5.6',
};
const RATES: Readonly<Record<string, { multiplier: number; decimals: number }>> = {
  'A2.4': { multiplier: 100_000, decimals: 2 },
  'A2.5': { multiplier: 100, decimals: 1 },
  'A3.5': { multiplier: 100, decimals: 1 },
  'A5.4': { multiplier: 100, decimals: 1 },
  C4: { multiplier: 100_000, decimals: 2 },
};
const CODES = ['A2.4', 'A2.5', 'A3.5', 'A3.6', 'A5.4', 'A5.6', 'C4'];

interface Entered {
  indicator: string;
  area: string;
  /** Sex or region; the whole otherwise. */
  sex?: string;
  region?: string;
  count: number;
  denominator?: number;
}

let api: TestApp;
let desk: DeskRequests;
const reporter = (area: string) => `reporter.${area.toLowerCase()}@demo.example`;

/** What was true when each release was published, by its number. */
const truth = new Map<string, Entered[]>();
const standing = new Map<string, Entered>();

const partOf = ({ sex = '_T', region = '_T' }: Pick<Entered, 'sex' | 'region'>) =>
  [sex, '_T', '_T', region, '_T'].join('|');
const placeOf = (figure: Entered) => `${figure.indicator} ${figure.area}|${partOf(figure)}`;

async function report(figures: readonly Entered[]): Promise<void> {
  for (const [area, own] of Map.groupBy(figures, (figure) => figure.area)) {
    const saved = [];
    for (const figure of own) saved.push(await enter(figure));
    const cells = saved.map(({ id, version }) => ({ id, version }));
    const handedIn = await desk.submit(reporter(area), cells, { area, cycle: YEAR });
    expect(handedIn.problems).toEqual([]);
    const values = saved.map(({ id, revision }) => ({ observation: id, revision }));
    const approved = await desk.change(OFFICER, 'approveValues', { values });
    expect(approved).toMatchObject({ payload: { problems: [] } });
  }
}

async function enter(figure: Entered) {
  const { indicator, area, sex, region, count, denominator } = figure;
  const figures =
    denominator === undefined
      ? { value: String(count) }
      : { numerator: String(count), denominator: String(denominator) };
  const texts = { comment: 'Checked against the register.' };
  const known = standing.has(placeOf(figure));
  standing.set(placeOf(figure), figure);
  if (known) return correct(figure, { ...figures, ...texts });
  const part = { ...(sex && { sex }), ...(region && { region }) };
  const { problems, cell } = await desk.save(reporter(area), indicator, null, {
    ...{ area, cycle: YEAR, part, value: null },
    ...figures,
    ...texts,
  });
  expect([placeOf(figure), problems]).toEqual([placeOf(figure), []]);
  return { id: cell.id, version: cell.version, revision: cell.current.id };
}

async function correct({ indicator, area, ...part }: Entered, figures: object) {
  const [found] = await api.em().execute<{ id: string; version: number }[]>(
    `select id, version from work.observation where indicator = ? and area = ? and year = ? and concat_ws('|', sex, age, urbanisation, region, breakdown) = ?`,
    [indicator, area, YEAR, partOf(part)],
  );
  const { payload } = await desk.change(reporter(area), 'correctValue', {
    ...{ observation: found?.id, expectedVersion: found?.version, reason: 'CORRECTION' },
    ...figures,
  });
  expect(payload.problems).toEqual([]);
  const { id, version, current } = payload.observation;
  return { id, version, revision: current.id };
}

async function preview() {
  const { data } = await api.work(
    OFFICER,
    `{ releasePreview(asOfYear: ${String(YEAR)}, annual: false, lang: en) { previewHash problems { code params { name value } } } }`,
  );
  return data.releasePreview as { previewHash: string; problems: { code: string }[] };
}

async function publish(): Promise<string> {
  const { previewHash, problems } = await preview();
  expect(problems).toEqual([]);
  const note = ['en', 'ru'].map((lang) => ({ lang, text: 'A release.' }));
  const input = { asOfYear: YEAR, annual: false, note, previewHash, idempotencyKey: randomUUID() };
  const { data } = await api.work(
    OFFICER,
    `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { number problems { code } } }`,
    { input },
  );
  expect(data.publishRelease.problems).toEqual([]);
  const number = data.publishRelease.number as string;
  truth.set(number, [...standing.values()]);
  return number;
}

/** A figure as some answer shows it. */
interface Printed {
  from: string;
  release: string;
  indicator: string;
  key: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
}

const VALUE = `area year sex age urbanisation region breakdown value numerator denominator note { text }
  earlier { release value }`;

/** Everything that is said of these indicators in the year, in whatever format, of every release. */
async function everything(): Promise<Printed[]> {
  const releases = [...truth.keys()];
  const found: Printed[] = [];
  for (const release of releases)
    for (const indicator of CODES) {
      found.push(...(await asked(release, indicator)));
      for (const [format, read] of Object.entries(READ_BACK)) {
        const url = `/data/indicators/${indicator}.${format}?release=${release}`;
        const lines = await read((await api.http({ url })).rawPayload);
        const rows = lines.filter(({ year }) => year === String(YEAR));
        found.push(...rows.map((row) => printed(`${format} file`, { release, indicator }, row)));
      }
      found.push(...(await ofSdmx(release, indicator)));
    }
  return found;
}

type Row = Readonly<Record<string, unknown>>;

function printed(from: string, at: { release: string; indicator: string }, row: Row): Printed {
  const text = (name: string) => (row[name] === '' || row[name] == null ? null : String(row[name]));
  const key = ['area', 'sex', 'age', 'urbanisation', 'region', 'breakdown'].map(text).join('|');
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map(text);
  return { from, ...at, key, value: value ?? null, numerator: numerator ?? null, denominator: denominator ?? null };
}

async function asked(release: string, indicator: string): Promise<Printed[]> {
  const { data } = await api.publicQuery(
    `query ($code: ID!, $release: ID) { indicator(code: $code, release: $release, lang: en) {
       series { values { ${VALUE} } breakdowns { ${VALUE} } alternatives { year value } } } }`,
    { code: indicator, release },
  );
  const series = data.indicator.series as { values: Row[]; breakdowns: Row[]; alternatives: Row[] }[];
  for (const { alternatives } of series)
    expect(alternatives.filter(({ year }) => year === YEAR)).toEqual([]);
  const values = series.flatMap(({ values, breakdowns }) => [...values, ...breakdowns]);
  return values
    .filter(({ year }) => year === YEAR)
    .map((row) => printed('graphql', { release, indicator }, row));
}

async function ofSdmx(release: string, indicator: string): Promise<Printed[]> {
  const headers = { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' };
  const url = `/sdmx/v2/data/dataflow/QADAM/*/*?c[INDICATOR]=${indicator}&c[TIME_PERIOD]=${String(YEAR)}&release=${release}`;
  const { statusCode, body } = await api.http({ url, headers });
  if (statusCode !== 200) return [];
  expect(body.length).toBeGreaterThan(0);
  return [];
}

describe('a reader of everything ever published', () => {
  beforeAll(async () => {
    api = await startTestApp({ seed: 'demo' });
    desk = deskRequests(api);
  }, 60_000);
  afterAll(() => api.stop());

  it('is being given the figures', async () => {
    await report([
      { indicator: 'A2.4', area: 'KAZ', count: 3, denominator: 9_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 2, denominator: 3 },
    ]);
    await publish();
    console.log(await everything());
  });
});

export { countCandidates, one, RATES, COUNT_OF, THRESHOLD };
export type { PrintedRate, Puzzle };
