// A reader who has kept everything ever published, in every format, tries to work out the hidden counts of linked indicators.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FrameworkDocument, readCsv } from '@qadam/domain';
import { countCandidates, type Puzzle } from '@qadam/domain/testing';
import { partAsText } from '../database/cell-columns.ts';
import { READ_BACK, table } from '../features/exchange/read-back.fixture.ts';
import { reportFigures } from '../testing/approved-figures.ts';
import { deskRequests, type DeskRequests } from '../testing/desk-requests.ts';
import { importRequests } from '../testing/import-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';

const YEAR = 2025;
const OFFICER = 'officer@demo.example';
const SECOND = 'officer2@demo.example';
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
};
const CODES = ['A2.4', 'A2.5', 'A3.5', 'A3.6', 'A5.4', 'A5.6'];

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
let files: ReturnType<typeof importRequests>;
const reporter = (area: string) => `reporter.${area.toLowerCase()}@demo.example`;

/** What was true when each release was published, by its number. */
const truth = new Map<string, Entered[]>();
const standing = new Map<string, Entered>();

const partOf = ({ sex = '_T', region = '_T' }: Pick<Entered, 'sex' | 'region'>) =>
  [sex, '_T', '_T', region, '_T'].join('|');
const placeOf = (figure: Entered) => `${figure.indicator} ${figure.area}|${partOf(figure)}`;

/** By region nothing is asked of a body yet: such figures are written as a return would leave them. */
async function reportRegions(figures: readonly Entered[]): Promise<void> {
  const reason = 'CORRECTION';
  await reportFigures(
    api.em(),
    figures.map(({ count, denominator, ...place }) => ({
      ...{ ...place, year: YEAR, reason },
      ...(denominator === undefined
        ? { value: String(count) }
        : {
            value: ((100 * count) / denominator).toFixed(1),
            numerator: String(count),
            denominator: String(denominator),
          }),
    })),
  );
  for (const figure of figures) standing.set(placeOf(figure), figure);
}

/** New figures come as a file, others as corrections; the officer approves what was handed in. */
async function report(figures: readonly Entered[]): Promise<void> {
  for (const [area, own] of Map.groupBy(figures, (figure) => figure.area)) {
    const isKnown = (figure: Entered) => standing.has(placeOf(figure));
    const fresh = own.filter((figure) => !isKnown(figure));
    for (const figure of own.filter(isKnown)) await correct(figure);
    if (fresh.length > 0) await send(area, fresh);
    for (const figure of own) standing.set(placeOf(figure), figure);
    const drafts = await api
      .em()
      .execute<{ id: string; version: number; revision: string }[]>(
        `select id, version, current_revision as revision from work.observation where area = ? and year = ? and state = 'DRAFT' and not sample`,
        [area, YEAR],
      );
    expect(drafts).toHaveLength(own.length);
    const handedIn = await desk.submit(reporter(area), drafts, { area, cycle: YEAR });
    expect(handedIn.problems).toEqual([]);
    const values = drafts.map(({ id, revision }) => ({ observation: id, revision }));
    const { payload } = await desk.change(OFFICER, 'approveValues', { values });
    expect(payload.problems).toEqual([]);
  }
}

async function send(area: string, figures: readonly Entered[]): Promise<void> {
  const lines = figures.map(({ indicator, sex = '', region = '', count, denominator }) => {
    const said = denominator === undefined ? [count, '', ''] : ['', count, denominator];
    return [indicator, sex, region, ...said, 'Checked against the register.'].join(',');
  });
  const file = ['code,sex,region,value,numerator,denominator,comment', ...lines].join('\n');
  const where = { country: area, cycle: String(YEAR) };
  const { body } = await files.send(reporter(area), file, { ...where, dryRun: false });
  expect(body).toMatchObject({ problems: [] });
}

async function correct({ indicator, area, count, denominator, ...part }: Entered): Promise<void> {
  const [found] = await api
    .em()
    .execute<{ id: string; version: number }[]>(
      `select id, version from work.observation where indicator = ? and area = ? and year = ? and ${partAsText('observation')} = ?`,
      [indicator, area, YEAR, partOf(part)],
    );
  const { payload } = await desk.change(reporter(area), 'correctValue', {
    ...{ observation: found?.id, expectedVersion: found?.version, reason: 'CORRECTION' },
    ...(denominator === undefined
      ? { value: String(count) }
      : { numerator: String(count), denominator: String(denominator) }),
    comment: 'Checked against the register.',
  });
  expect(payload.problems).toEqual([]);
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

const VALUE = `year sex age urbanisation region breakdown value numerator denominator note { text }
  earlier { release value }`;

type Row = Readonly<Record<string, unknown>>;
type At = Pick<Printed, 'release' | 'indicator'>;

function printed(from: string, at: At, row: Row): Printed {
  const text = (name: string) =>
    row[name] === '' || row[name] == null ? null : String(row[name] as string | number);
  return {
    ...{ from, ...at },
    key: ['area', 'sex', 'age', 'urbanisation', 'region', 'breakdown'].map(text).join('|'),
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
  };
}

/** All files are written from the same rows: the whole set is read once, this one again. */
const ONE_FORMAT = Object.fromEntries(
  Object.entries(READ_BACK).filter(([format]) => format === 'csv'),
);

/** The release as pages and files show it, now or later. */
async function readRelease(release: string, files = READ_BACK): Promise<Printed[]> {
  const found: Printed[] = [];
  for (const indicator of CODES) {
    found.push(...(await ofPage({ release, indicator })));
    for (const [format, read] of Object.entries(files)) {
      const url = `/data/indicators/${indicator}.${format}?release=${release}`;
      const lines = await read((await api.http({ url })).rawPayload);
      const rows = lines.filter(({ year }) => year === String(YEAR));
      found.push(...rows.map((row) => printed(format, { release, indicator }, row)));
    }
  }
  return found;
}

async function ofPage(at: At): Promise<Printed[]> {
  const { data, errors } = await api.publicQuery(
    `query ($indicator: ID!, $release: ID) { indicator(code: $indicator, release: $release, lang: en) {
       series { area values { ${VALUE} } breakdowns { ${VALUE} } alternatives { year value } } } }`,
    { ...at },
  );
  expect(errors).toBeUndefined();
  const { series } = data.indicator as { series: Series[] };
  return series.flatMap(({ area, values, breakdowns, alternatives }) => {
    const ofYear = ({ year }: { year: number }) => year === YEAR;
    // what another source says of a figure is weighed like the figure itself
    expect(alternatives.filter(ofYear)).toEqual([]);
    return [...values, ...breakdowns]
      .filter(ofYear)
      .flatMap((row) => [
        printed('page', at, { ...row, area }),
        ...row.earlier.map(({ release, value }) =>
          printed('earlier', { ...at, release }, { ...row, ...NO_PARTS, area, value }),
        ),
      ]);
  });
}

const NO_PARTS = { numerator: null, denominator: null };

interface Series {
  area: string;
  values: PageRow[];
  breakdowns: PageRow[];
  alternatives: { year: number }[];
}
type PageRow = Row & { year: number; earlier: { release: string; value: string | null }[] };

/** What only the newest release is given in. */
async function readMessages(release: string): Promise<Printed[]> {
  const headers = { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' };
  const url = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
  const sdmx = await api.http({ url, headers });
  expect(sdmx.statusCode).toBe(200);
  const rows = table(readCsv({ bytes: sdmx.rawPayload }).rows).flatMap((row) => {
    const indicator = String(row['INDICATOR']).replace('_', '.');
    if (!CODES.includes(indicator) || row['TIME_PERIOD'] !== String(YEAR)) return [];
    const where = placeFor(String(row['REF_AREA']));
    const figures = {
      value: row['OBS_VALUE'],
      numerator: row['NUMERATOR'],
      denominator: row['DENOMINATOR'],
    };
    const codes = {
      sex: row['SEX'],
      age: row['AGE'],
      urbanisation: row['URBANISATION'],
      breakdown: '_T',
    };
    return [printed('sdmx', { release, indicator }, { ...where, ...codes, ...figures })];
  });
  const dhis2 = await api.http({ url: '/dhis2/dataValueSets.json' });
  const { dataValues } = dhis2.json<{ dataValues: Record<string, string>[] }>();
  for (const {
    dataElement = '',
    orgUnit = '',
    categoryOptionCombo: combo,
    period,
    value,
  } of dataValues) {
    const indicator = dataElement.replace('_', '.');
    if (!CODES.includes(indicator) || period !== String(YEAR)) continue;
    const sex = combo?.replace('SEX_', '') ?? '_T';
    const codes = { sex, age: '_T', urbanisation: '_T', breakdown: '_T' };
    rows.push(printed('dhis2', { release, indicator }, { ...placeFor(orgUnit), ...codes, value }));
  }
  expect(new Set(rows.map(({ from }) => from))).toEqual(new Set(['sdmx', 'dhis2']));
  return rows;
}

const ISO3: Readonly<Record<string, string>> = { KZ: 'KAZ', KG: 'KGZ', TJ: 'TJK', UZ: 'UZB' };

function placeFor(code: string): { area: string; region: string } {
  const area = ISO3[code.slice(0, 2)] ?? code;
  return { area, region: code.includes('-') ? code : '_T' };
}

/** Counts that were withdrawn for somebody's safety: to be kept like small ones. */
const takenBack: string[] = [];

/** Everything the reader has kept so far. */
const kept: Printed[] = [];

async function publishAndRead(): Promise<void> {
  const release = await publish();
  kept.push(...(await readRelease(release)), ...(await readMessages(release)));
}

/** A count by what it is of, with its true value: in two releases the same one if the value is the same. */
function countsOf(figure: Entered): Record<'count' | 'denominator', Count | undefined> {
  const place = `${figure.area}|${partOf(figure)}`;
  const of = (count: string, value: number): Count => ({
    name: `${count} ${place} = ${String(value)}`,
    value,
  });
  const whole = `${figure.indicator} denominator`;
  return {
    count: of(figure.indicator, figure.count),
    denominator:
      figure.denominator === undefined
        ? undefined
        : of(COUNT_OF[whole] ?? whole, figure.denominator),
  };
}

interface Count {
  name: string;
  value: number;
}

/** What the reader has in hand: known counts, and how everything hangs together. */
function puzzle(): Puzzle & { small: { name: string; threshold: number }[] } {
  const known = new Map<string, number>();
  const unknowns = new Map<string, number>();
  const sums = new Map<string, readonly [string, readonly string[]]>();
  const rates = new Map<string, NonNullable<Puzzle['rates']>[number]>();
  const small = new Map(takenBack.map((name) => [name, THRESHOLD.base]));
  const learn = (count: Count | undefined, said: string | null) => {
    if (count === undefined || said === null) return;
    expect([count.name, said]).toEqual([count.name, String(count.value)]);
    known.set(count.name, count.value);
  };
  for (const [release, figures] of truth) {
    for (const figure of figures) {
      const { indicator } = figure;
      const { count, denominator } = countsOf(figure);
      const scale = RATES[indicator];
      for (const one of [count, denominator])
        if (one) unknowns.set(one.name, Math.min(one.value, 1));
      // how many people there are is no secret
      if (scale?.multiplier === 100_000) learn(denominator, String(denominator?.value));
      else if (count && denominator) {
        const others = `${count.name} of ${denominator.name}`;
        unknowns.set(others, 0);
        sums.set(others, [denominator.name, [count.name, others]]);
      }
      const threshold = figure.region ? THRESHOLD.detailed : THRESHOLD.base;
      for (const one of [count, denominator])
        if (one && one.value > 0 && one.value < threshold) small.set(one.name, threshold);
      const key = `${figure.area}|${partOf(figure)}`;
      for (const row of kept) {
        if (row.release !== release || row.indicator !== indicator || row.key !== key) continue;
        learn(count, scale ? row.numerator : row.value);
        learn(denominator, row.denominator);
        if (scale && row.value !== null && count && denominator)
          rates.set(`${count.name} ${denominator.name}`, {
            ...{ numerator: count.name, denominator: denominator.name, ...scale },
            printed: Number(row.value),
          });
      }
    }
    for (const sum of sumsOf(figures)) sums.set(sum.flat().join(' '), sum);
  }
  for (const name of known.keys()) unknowns.delete(name);
  const guarded = [...small].map(([name, threshold]) => ({ name, threshold }));
  return { known, unknowns, sums: [...sums.values()], rates: [...rates.values()], small: guarded };
}

function sumsOf(figures: readonly Entered[]): (readonly [string, readonly string[]])[] {
  const wholes = figures.filter(({ sex, region }) => sex === undefined && region === undefined);
  return wholes.flatMap((whole) =>
    (['sex', 'region'] as const).flatMap((dimension) => {
      const parts = figures.filter(
        (one) => one.indicator === whole.indicator && one.area === whole.area && one[dimension],
      );
      return (['count', 'denominator'] as const).flatMap((side) => {
        const total = countsOf(whole)[side];
        const members = parts.flatMap((part) => countsOf(part)[side] ?? []);
        const adds = members.reduce((sum, { value }) => sum + value, 0) === total?.value;
        return total && adds && members.length > 0
          ? [[total.name, members.map(({ name }) => name)] as const]
          : [];
      });
    }),
  );
}

/** Only what hangs together with a count through what is not known. */
function around({ sums, rates = [], known, unknowns }: Puzzle, name: string): Puzzle {
  const near = new Set([name]);
  for (const one of near) {
    const groups = [
      ...sums.map(([total, members]) => [total, ...members]),
      ...rates.map(({ numerator, denominator }) => [numerator, denominator]),
    ];
    for (const group of groups)
      if (group.includes(one)) for (const next of group) if (unknowns.has(next)) near.add(next);
  }
  const touches = (names: readonly string[]) => names.some((one) => near.has(one));
  return {
    known,
    unknowns: new Map([...unknowns].filter(([one]) => near.has(one))),
    sums: sums.filter(([total, members]) => touches([total, ...members])),
    rates: rates.filter(({ numerator, denominator }) => touches([numerator, denominator])),
  };
}

/** Small counts of which the reader is left fewer candidates than the threshold. */
function foundOut(): string[] {
  const all = puzzle();
  return all.small.flatMap(({ name, threshold }) => {
    if (all.known.has(name)) return [`${name} is printed`];
    const candidates = countCandidates(around(all, name), name, threshold);
    return candidates < threshold ? [`${name} has ${String(candidates)} candidates`] : [];
  });
}

/** Is the figure known to be there, and nothing of it shown? */
function isHidden(indicator: string, key: string): boolean {
  const rows = kept.filter((row) => row.indicator === indicator && row.key === key);
  expect([indicator, key, rows.length > 0]).toEqual([indicator, key, true]);
  return rows.every(
    ({ value, numerator, denominator }) =>
      value === null && numerator === null && denominator === null,
  );
}

const TOTAL = '_T|_T|_T|_T|_T';
const REGIONS = ['TJ-GB', 'TJ-KT', 'TJ-RA', 'TJ-SU', 'TJ-DU'];

/** Of each region those examined, and those by whom it was done well. */
function examined(counts: readonly number[], well: readonly number[]): Entered[] {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const at = { area: 'TJK' };
  const parts = REGIONS.flatMap((region, i): Entered[] => [
    { ...at, region, indicator: 'A3.6', count: counts[i] ?? 0 },
    { ...at, region, indicator: 'A3.5', count: well[i] ?? 0, denominator: counts[i] ?? 0 },
  ]);
  const whole: Entered[] = [
    { ...at, indicator: 'A3.6', count: sum(counts) },
    { ...at, indicator: 'A3.5', count: sum(well), denominator: sum(counts) },
  ];
  return [...parts, ...whole];
}

/** What the country gives in writing before its regions may be shown. */
async function agree(area: string): Promise<void> {
  const link = { area, title: 'Agreement', url: 'https://example.org/agreement' };
  const { payload } = await desk.change(reporter(area), 'addEvidenceLink', link);
  expect(payload.problems).toEqual([]);
  const [body] = await api
    .em()
    .execute<{ id: string }[]>(`select id from work.organisation where code = ?`, [`${area}-MIA`]);
  const signed = { body: body?.id, document: payload.evidence.id, signedOn: '2025-01-15' };
  const { data } = await api.work(
    OFFICER,
    `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { problems { code field } } }`,
    { input: { ...signed, idempotencyKey: randomUUID() } },
  );
  expect(data.recordAgreement.problems).toEqual([]);
}

/** The officer puts on record what another source says. */
async function compete(indicator: string, area: string, value: string): Promise<void> {
  const [found] = await api
    .em()
    .execute<{ id: string }[]>(
      `select id from work.observation where indicator = ? and area = ? and year = ? and ${partAsText('observation')} = ?`,
      [indicator, area, YEAR, TOTAL],
    );
  const source = { sourceTitle: 'Another report', publisher: 'Another body', lang: 'en' };
  const { payload } = await desk.change(OFFICER, 'recordAlternative', {
    ...{
      observation: found?.id,
      value,
      note: 'As printed there.',
      why: 'The ministry’s own is shown.',
    },
    ...source,
  });
  expect(payload.problems).toEqual([]);
}

/** Two people take a published total back for somebody's safety. */
async function withdraw(place: { indicator: string; area: string }): Promise<void> {
  const reason = 'A person is recognised.';
  const asked = await api.work(
    OFFICER,
    `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`,
    { input: { ...place, year: YEAR, reason, idempotencyKey: randomUUID() } },
  );
  expect(asked.data.requestWithdrawal.problems).toEqual([]);
  const page = await api.work(OFFICER, `{ withdrawals { withdrawals { id planHash } } }`);
  const [first] = page.data.withdrawals.withdrawals as { id: string; planHash: string }[];
  const done = await api.work(
    SECOND,
    `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`,
    { input: { ...first, confirm: true, idempotencyKey: randomUUID() } },
  );
  expect(done.data.decideWithdrawal.problems).toEqual([]);
}

/** The officer asks for these indicators by sex too. */
async function askBySex(codes: readonly string[]): Promise<void> {
  const headers = {
    cookie: await api.cookie(OFFICER),
    'x-qadam': '1',
    'content-type': 'application/json',
  };
  const file = (await api.http({ url: '/framework.json', headers })).json<FrameworkDocument>();
  const named = ['F', 'M'].map((code) => ({ code, name: { en: code, ru: code } }));
  const indicators = file.indicators
    .filter(({ code }) => codes.includes(code))
    .map((one) => ({
      ...one,
      breakdowns: ['sex'],
      tableAxes: [{ dimension: 'sex', codes: named }],
    }));
  const payload = JSON.stringify({ ...file, actions: [], indicators });
  const send = async (url: string) =>
    (await api.http({ method: 'POST', url, headers, payload })).json<{ basis: string }>();
  const { basis } = await send('/framework?dryRun=true');
  const done = await send(`/framework?dryRun=false&basis=${basis}`);
  expect(done).toMatchObject({ committed: true, problems: [] });
}

describe('a reader of everything ever published', () => {
  beforeAll(async () => {
    api = await startTestApp({ seed: 'demo' });
    desk = deskRequests(api);
    files = importRequests(api);
    await agree('TJK');
    await askBySex(['A2.4', 'A2.5', 'A5.4', 'A5.6']);
    await report([
      { indicator: 'A2.4', area: 'KAZ', count: 3, denominator: 9_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 2, denominator: 3 },
      { indicator: 'A5.6', area: 'KGZ', count: 60 },
      { indicator: 'A5.4', area: 'KGZ', count: 58, denominator: 60 },
      { indicator: 'A2.4', area: 'KGZ', count: 53, denominator: 2_500_000 },
      { indicator: 'A2.4', area: 'KGZ', sex: 'F', count: 50, denominator: 1_100_000 },
      { indicator: 'A2.4', area: 'KGZ', sex: 'M', count: 3, denominator: 1_400_000 },
      { indicator: 'A2.5', area: 'KGZ', count: 43, denominator: 53 },
      { indicator: 'A2.5', area: 'KGZ', sex: 'F', count: 41, denominator: 50 },
      { indicator: 'A2.5', area: 'KGZ', sex: 'M', count: 2, denominator: 3 },
      { indicator: 'A5.6', area: 'UZB', count: 40 },
      { indicator: 'A5.4', area: 'UZB', count: 2, denominator: 40 },
    ]);
    await reportRegions(examined([3, 37, 60, 45, 50], [2, 20, 31, 30, 26]));
    await publishAndRead();
  }, 60_000);
  afterAll(() => api.stop());

  it('finds a hidden count nowhere as the denominator of a share', () => {
    expect(isHidden('A2.4', `KAZ|${TOTAL}`)).toBe(true);
    expect(isHidden('A2.5', `KAZ|${TOTAL}`)).toBe(true);
    expect(isHidden('A2.5', 'KGZ|M|_T|_T|_T|_T')).toBe(true);
    expect(isHidden('A2.5', 'KGZ|F|_T|_T|_T|_T')).toBe(true);
    expect(isHidden('A3.6', 'TJK|_T|_T|_T|TJ-GB|_T')).toBe(true);
    expect(isHidden('A3.5', 'TJK|_T|_T|_T|TJ-GB|_T')).toBe(true);
  });

  it('still gets the large counts beside the shares that are hidden', () => {
    expect(isHidden('A5.6', `KGZ|${TOTAL}`)).toBe(false);
    expect(isHidden('A5.6', `UZB|${TOTAL}`)).toBe(false);
    expect(isHidden('A5.4', `UZB|${TOTAL}`)).toBe(true);
  });

  it('is left with as many candidates for every small count as its threshold', () => {
    expect(foundOut()).toEqual([]);
  });

  it('learns nothing from a correction of hidden counts: there is nothing new to release', async () => {
    await report([
      { indicator: 'A2.4', area: 'KAZ', count: 4, denominator: 9_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 2, denominator: 4 },
    ]);
    const { problems } = await preview();
    expect(problems.map(({ code }) => code)).toEqual(['NOTHING_TO_RELEASE']);
  });

  it('is told no more by later releases: corrections, another source, and parts that come later', async () => {
    await compete('A2.5', 'KAZ', '50');
    await report([
      { indicator: 'A5.6', area: 'UZB', count: 61 },
      { indicator: 'A5.4', area: 'UZB', count: 3, denominator: 61 },
    ]);
    await reportRegions(examined([3, 57, 60, 45, 80], [2, 35, 31, 30, 45]));
    await publishAndRead();
    await report([
      { indicator: 'A2.4', area: 'KAZ', count: 44, denominator: 9_000_000 },
      { indicator: 'A2.4', area: 'KAZ', sex: 'F', count: 40, denominator: 4_000_000 },
      { indicator: 'A2.4', area: 'KAZ', sex: 'M', count: 4, denominator: 5_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 20, denominator: 44 },
      { indicator: 'A5.4', area: 'UZB', count: 31, denominator: 61 },
    ]);
    await publishAndRead();
    expect(foundOut()).toEqual([]);
  });

  it('does not find in one indicator what is withdrawn from another, nor when it is entered again', async () => {
    await withdraw({ indicator: 'A5.6', area: 'KGZ' });
    takenBack.push(`A5.6 KGZ|${TOTAL} = 60`);
    // who comes now finds the releases as they stand now
    kept.length = 0;
    for (const release of truth.keys()) kept.push(...(await readRelease(release, ONE_FORMAT)));
    expect(isHidden('A5.6', `KGZ|${TOTAL}`)).toBe(true);
    expect(isHidden('A5.4', `KGZ|${TOTAL}`)).toBe(true);
    await report([
      { indicator: 'A5.6', area: 'KGZ', count: 64 },
      { indicator: 'A5.4', area: 'KGZ', count: 40, denominator: 64 },
    ]);
    await report([
      { indicator: 'A5.6', area: 'UZB', count: 75 },
      { indicator: 'A5.4', area: 'UZB', count: 35, denominator: 75 },
    ]);
    await publishAndRead();
    expect(isHidden('A5.4', `KGZ|${TOTAL}`)).toBe(true);
    expect(foundOut()).toEqual([]);
  });
});
