import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeCursor } from '../../graphql/cursor.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await test.publicQuery<{ answer: T }>(query);
  expect(errors).toBeUndefined();
  return data?.answer as T;
}
const refused = async (query: string) =>
  (await test.publicQuery(query)).errors?.map(({ extensions }) => extensions.code);

/** All pages of a list one after another. */
async function pages<Row>(name: 'indicators' | 'values', args: string, fields: string) {
  const read: Row[][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { list: Row[]; next: string | null } = await ask(
      `{ answer: ${name}(lang: en${args}${after === '' ? '' : `, after: "${after}"`}) { list: ${name} { ${fields} } next } }`,
    );
    read.push(page.list);
    after = page.next;
  }
  return read;
}

describe('areas and actions', () => {
  it('are the countries with the four together, and every action', async () => {
    expect(await ask('{ answer: areas(lang: en) { code kind } }')).toEqual([
      ...['KAZ', 'KGZ', 'TJK', 'UZB'].map((code) => ({ code, kind: 'COUNTRY' })),
      { code: 'CA4', kind: 'GROUP' },
    ]);
    const actions = await ask<{ code: string }[]>('{ answer: actions(lang: en) { code } }');
    const { rows } = await ask<{ rows: { action: { code: string } }[] }>(
      '{ answer: scorecard(lang: en) { rows { action { code } } } }',
    );
    expect(actions).toEqual(rows.map(({ action }) => action));
  });

  it('of a release that is not there are null', async () => {
    for (const field of ['areas', 'actions'])
      expect(await ask(`{ answer: ${field}(lang: en, release: "1999.1") { code } }`)).toBeNull();
  });
});

describe('indicators', () => {
  type Row = { code: string; known: number; uses: { action: string }[] };
  const FIELDS = 'code known uses { action }';

  it('come page by page as they come at once', async () => {
    const { indicators, next } = await ask<{ indicators: Row[]; next: null }>(
      `{ answer: indicators(lang: en) { indicators { ${FIELDS} } next } }`,
    );
    expect(next).toBeNull();
    const read = await pages<Row>('indicators', ', first: 7', FIELDS);
    expect(read.flat()).toEqual(indicators);
    expect(new Set(read.slice(0, -1).map((page) => page.length))).toEqual(new Set([7]));
  });

  it('of one action are those that belong to it', async () => {
    const read = (await pages<Row>('indicators', ', action: "A5", first: 3', FIELDS)).flat();
    expect(read.length).toBeGreaterThan(5);
    expect(read.every(({ uses }) => uses.some(({ action }) => action === 'A5'))).toBe(true);
    expect(await ask('{ answer: indicators(lang: en, action: "Z9") { next } }')).toBeNull();
  });

  it.each([
    ['first: 0'],
    ['first: 201'],
    ['after: "x"'],
    [`after: "${writeCursor('indicators', 'Z9.9')}"`],
    [`after: "${writeCursor('values', 'A1.1')}"`],
  ])('with %s are refused', async (args) => {
    expect(await refused(`{ indicators(lang: en, ${args}) { next } }`)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('values', () => {
  interface Row {
    indicator: string;
    area: string;
    year: number;
    sex: string;
    value: string | null;
    obsStatus: string;
  }
  const FIELDS = 'indicator area year sex age urbanisation region breakdown value obsStatus';
  const read = async (args = '') =>
    (await pages<Row>('values', `, first: 200${args}`, FIELDS)).flat();
  const stored = (where: string) =>
    test.em().execute<Row[]>(
      `select indicator, area, year, sex, age, urbanisation, region, breakdown, trim_scale(value)::text as value, obs_status as "obsStatus"
         from publication.value where until_release is null and ${where}
         order by indicator, area, year, sex, age, urbanisation, region, breakdown`,
    );

  it('are all that stand in a release, each once', async () => {
    const all = await read();
    expect(all.length).toBeGreaterThan(500);
    expect(all).toEqual(await stored('true'));
  });

  it('are those of an earlier release where that is named', async () => {
    const before = await read(', release: "2026.1"');
    expect(before.length).toBeLessThan((await read()).length);
  });

  it.each([
    ['indicators: ["A4.2"]', `indicator = 'A4.2'`],
    ['indicators: ["C3", "A4.2", "C3"]', `indicator in ('A4.2', 'C3')`],
    ['indicators: []', 'false'],
    ['areas: ["KGZ", "CA4"]', `area in ('KGZ', 'CA4')`],
    ['from: 2015, to: 2020', 'year between 2015 and 2020'],
    [
      'indicators: ["A4.2"], areas: ["KGZ"], from: 2018',
      `indicator = 'A4.2' and area = 'KGZ' and year >= 2018`,
    ],
    [
      'part: "_T|_T|_T|_T|_T"',
      `(sex, age, urbanisation, region, breakdown) = ('_T', '_T', '_T', '_T', '_T')`,
    ],
    [
      'part: "_T|_T|R|_T|_T"',
      `(sex, age, urbanisation, region, breakdown) = ('_T', '_T', 'R', '_T', '_T')`,
    ],
    ['part: "_T|_T|R|KG-B|_T"', 'false'],
    ['from: 2090', 'false'],
    ['indicators: ["A4.2"], to: 1950', 'false'],
  ])('are narrowed by %s', async (args, where) => {
    expect(await read(`, ${args}`)).toEqual(await stored(where));
  });

  it('come in small pages of several indicators in the same order', async () => {
    const small = await pages<Row>('values', ', indicators: ["C3", "A4.2"], first: 17', FIELDS);
    expect(small.flat()).toEqual(await stored(`indicator in ('A4.2', 'C3')`));
    expect(small.length).toBeGreaterThan(2);
  });

  it('take one statement a page, whatever is asked', async () => {
    const asked = [
      '{ values(lang: en) { values { value } } }',
      '{ values(lang: ru, indicators: ["A4.2", "C3"], areas: ["KGZ"], part: "_T|_T|R|_T|_T") { values { value } } }',
    ];
    for (const query of asked) expect(await test.statements(() => test.publicQuery(query))).toBe(1);
  });

  it.each([
    ['first: 201'],
    ['indicators: ["Z9"]'],
    ['areas: ["XXX"]'],
    ['part: "F"'],
    ['part: "F|_T|_T|_T|_T"'],
    ['after: "x"'],
    [`after: "${writeCursor('values', 'A4.2')}"`],
    [`indicators: [${Array.from({ length: 51 }, () => '"A4.2"').join()}]`],
    ['from: 2026, to: 2015'],
  ])('with %s are refused: a table without rows would look like an answer', async (args) => {
    expect(await refused(`{ values(lang: en, ${args}) { next } }`)).toEqual(['BAD_USER_INPUT']);
  });
});
