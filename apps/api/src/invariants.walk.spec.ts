import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPORT_FORMATS } from './features/exchange/registry.ts';
import { ReleasesService } from './features/releases/releases.service.ts';
import { fullQueries } from './testing/full-queries.ts';
import { startTestDatabase, type TestDatabase } from './testing/database.ts';
import { startTestApp, type TestApp } from './testing/harness.ts';
import { plantSentinels, SENTINEL, SENTINEL_FIGURE } from './testing/sentinels.ts';

/** Tables behind earlier releases: only the release builder or a withdrawal writes them, and only the builder reads them. */
const BUILDER_ONLY = ['released_count', 'released_table', 'withdrawal_cell', 'withdrawn_row'];

describe('what is not published (invariant 1)', () => {
  let database: TestDatabase;
  let test: TestApp;
  let before: Map<string, string>;
  let after: Map<string, string>;
  let rowsBefore: Map<string, number>;
  beforeAll(async () => {
    database = await startTestDatabase('demo');
    test = await startTestApp({ seed: 'demo', database });
    before = await everyAnswer(test);
    rowsBefore = await workRows(test);
    await plantSentinels(test.em());
  }, 240_000);
  afterAll(() => test.stop());

  it('lies in every working table', async () => {
    const untouched = [...(await workRows(test))]
      .filter(([table, count]) => count === rowsBefore.get(table))
      .map(([table]) => table);
    expect(untouched.sort()).toEqual(BUILDER_ONLY);
  });

  it('changes no byte of any public answer, in any release or language', async () => {
    const other = await startTestApp({ database: { ...database, stop: () => Promise.resolve() } });
    after = await everyAnswer(other); // another process, because the first one caches what it read before
    await other.stop();
    expect(after.size).toBeGreaterThan(100);
    for (const [asked, answer] of after)
      expect([asked, answer]).toEqual([asked, before.get(asked)]);
  }, 240_000);

  it('is in no public answer', () => {
    for (const answer of after.values()) {
      expect(answer).not.toContain(SENTINEL);
      expect(answer).not.toContain(SENTINEL_FIGURE);
    }
  });

  it('answers like what does not exist', async () => {
    const answer = async (code: string) =>
      JSON.stringify(
        await test.publicQuery(
          `query ($code: ID!) { indicator(code: $code, lang: en) { indicator { code } } action(code: $code, lang: en) { action { code } }
             country(iso3: $code, lang: en) { area { code } } changes(area: $code, lang: en) { confirmed } }`,
          { code },
        ),
      );
    const unknown = await answer('NONE');
    for (const code of ['Z9', 'Z9.1', 'ZZZ', SENTINEL]) expect(await answer(code)).toBe(unknown);
  });

  it('answers a code with a NUL as one that does not exist or with an error of its own, not with a broken connection', async () => {
    const { data, errors } = await test.publicQuery(
      `query ($code: ID!) { indicator(code: $code, lang: en) { indicator { code } } action(code: $code, lang: en) { action { code } }
         country(iso3: $code, lang: en) { area { code } } changes(area: $code, lang: en) { confirmed } }`,
      { code: "A5' \u0000" },
    );
    expect(data).toEqual({ indicator: null, action: null, country: null, changes: null });
    expect(errors).toMatchObject([{ path: ['changes'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('takes at most four statements to answer any page, and one more for an earlier year', async () => {
    for (const { field, document, argumentsOf } of fullQueries()) {
      const variables = {
        lang: 'en',
        code: field === 'action' ? 'A5' : 'A5.6',
        iso3: 'KGZ',
        q: 'police',
        indicators: ['A4.2', 'A1.1', 'A2.2', 'A7.1'],
        ...(field === 'breakdowns' ? { area: 'KGZ', first: 10 } : {}),
        ...(field === 'comparedParts' ? { from: 2000, to: 2030 } : {}),
        ...(['values', 'indicators'].includes(field) ? { first: 10 } : {}),
      };
      const asked = Object.fromEntries(
        Object.entries(variables).filter(([name]) => argumentsOf.includes(name)),
      );
      const statements = await test.statements(() => test.publicQuery(document, asked));
      expect([field, statements]).toEqual([
        field,
        Math.min(statements, argumentsOf.includes('year') ? 5 : 4),
      ]);
    }
  });

  it('is there as soon as it is published, so that the walk would have seen it', async () => {
    const em = test.em();
    // nothing else is published while a release is planned
    await em.execute(`update work.planned_release set state = 'CANCELLED', settled_at = now()`);
    const releases = new ReleasesService(em);
    expect(
      await releases.publishUnattended({
        asOfYear: 2025,
        annual: false,
        note: { en: 'All of it.' },
      }),
    ).toMatchObject({ problems: [] });
    const { document } = fullQueries().find(({ field }) => field === 'indicator') ?? {
      document: '',
    };
    const answer = JSON.stringify(await test.publicQuery(document, { code: 'A5.8', lang: 'en' }));
    expect(answer).toContain(SENTINEL);
    expect(answer).toContain(SENTINEL_FIGURE);
  });
});

/** Arguments for paged fields: each indicator in one country, taken in turn, and a page with all details of its rows. */
const PAGES: Readonly<
  Record<string, (codes: string[], areas: string[]) => Record<string, unknown>[]>
> = {
  breakdowns: (codes, areas) =>
    codes.map((code, at) => ({ code, area: areas[at % areas.length], first: 10 })),
  comparedParts: (codes) => codes.map((code) => ({ code, from: 2000, to: 2030 })),
  indicators: () => [{ first: 20 }, { first: 10, action: 'A5' }],
  values: (codes, areas) => [
    { first: 50 },
    ...codes.map((code, at) => ({
      indicators: [code],
      areas: at % 2 === 0 ? null : [areas[at % areas.length]],
      part: at % 3 === 0 ? '_T|_T|_T|_T|_T' : null,
      first: 50,
    })),
  ],
};

/** Every root field with everything below it, for every code and release, in two languages. */
async function everyAnswer(test: TestApp): Promise<Map<string, string>> {
  const codesOf = async (table: string) =>
    (
      await test
        .em()
        .execute<{ code: string }[]>(
          `select code from publication.${table} group by code order by code`,
        )
    ).map(({ code }) => code);
  const codes: Record<string, string[]> = {
    action: await codesOf('action'),
    indicator: await codesOf('indicator'),
  };
  const countries = ['KAZ', 'KGZ', 'TJK', 'UZB'];
  const releases = [null, '2026.1', '2026.2'];
  const answers = new Map<string, string>();
  for (const { field, document, argumentsOf } of fullQueries()) {
    const choices: Record<string, unknown>[] = [
      ...(PAGES[field] ? PAGES[field](codes['indicator'] ?? [], countries) : []),
      ...(argumentsOf.includes('code') ? (codes[field] ?? []).map((code) => ({ code })) : []),
      ...(argumentsOf.includes('iso3') ? countries.map((iso3) => ({ iso3 })) : []),
      ...(argumentsOf.includes('q') ? [SENTINEL, 'police', 'А5'].map((q) => ({ q })) : []),
      ...(field === 'compare'
        ? [[], ...fours(codes['indicator'] ?? [])].map((indicators) => ({ indicators }))
        : []),
      ...(field === 'changeLog' ? [{ action: 'A5' }, { area: 'KAZ' }] : []),
    ];
    // next to a code, the area only narrows the answer: asking once is enough
    const isNarrowed = argumentsOf.includes('area') && !(field in PAGES);
    if (isNarrowed && choices.length === 0)
      choices.push({}, ...[...countries, 'CA4'].map((area) => ({ area })));
    else if (isNarrowed) choices.push({ ...choices[0], area: 'KAZ' });
    const manyCodes = ['code', 'indicators'].some((name) => argumentsOf.includes(name));
    if (choices.length === 0) choices.push({});
    // earlier years are all computed the same way: a few are enough
    if (argumentsOf.includes('year'))
      choices.push(...choices.slice(0, 2).map((one) => ({ ...one, year: 2021 })));
    // null means the newest release: fields with many codes are asked for it only once
    const asked = manyCodes ? releases.slice(0, 2) : releases;
    for (const choice of choices)
      for (const release of argumentsOf.includes('release') ? asked : [null])
        for (const lang of manyCodes ? ['ru'] : ['en', 'ky']) {
          const variables = { lang, ...choice, ...(release === null ? {} : { release }) };
          const answered = await test.publicQuery(document, variables);
          const answer = JSON.stringify(answered);
          if (answered.errors)
            throw new Error(`${field} ${JSON.stringify(variables)}: ${answer.slice(0, 500)}`);
          answers.set(`${field} ${JSON.stringify(variables)}`, answer);
        }
  }
  for (const [url, answer] of await everyFile(test, codes['indicator'] ?? []))
    answers.set(url, answer);
  return answers;
}

/** Groups of four, the most that one comparison takes. */
const fours = (codes: readonly string[]): string[][] =>
  codes.flatMap((_, i) => (i % 4 === 0 ? [codes.slice(i, i + 4)] : []));

/** Files in the formats of other standards. */
const MESSAGES = [
  '/sdmx/data/dataflow/QADAM/DF_INDICATORS',
  '/sdmx/data/dataflow/QADAM/DF_INDICATORS?format=csv',
  '/sdmx/data/dataflow/QADAM/DF_INDICATORS?updatedAfter=2000-01-01',
  '/sdmx/data/dataflow/QADAM/DF_TARGETS',
  '/sdmx/structure/*',
  '/sdmx/availability/dataflow/QADAM/DF_INDICATORS',
  '/iati/activities.xml',
  '/iati/activities/KAZ.xml',
  '/dhis2/adx.xml',
  '/dhis2/dataValueSets.json',
  '/feeds/releases.xml',
  '/feeds/actions/A5.xml?lang=ky',
  '/feeds/countries/KAZ.xml?lang=en',
];

/** Every download, with the headers that describe its content: all of a release in every format, and each indicator in one format, taken in turn. */
async function everyFile(test: TestApp, indicators: string[]): Promise<Map<string, string>> {
  const formats = [...new Set(EXPORT_FORMATS.map(({ extension }) => extension))];
  const files = [
    ...formats.map((extension) => `/data/all.${extension}`),
    ...indicators.map((code, i) => `/data/indicators/${code}.${formats[i % formats.length] ?? ''}`),
  ];
  const answers = new Map<string, string>();
  for (const url of MESSAGES) {
    const { statusCode, headers, body } = await test.http(url);
    if (statusCode !== 200) throw new Error(`${url}: ${String(statusCode)}`);
    answers.set(url, `${headers.etag ?? ''} ${body}`);
  }
  for (const file of new Set(files))
    for (const query of ['', '?release=2026.1&lang=ru']) {
      const { statusCode, headers, rawPayload } = await test.http(`${file}${query}`);
      if (statusCode !== 200 && statusCode !== 404)
        throw new Error(`${file}${query}: ${String(statusCode)}`);
      const told = [statusCode, headers.etag, headers['content-disposition']];
      answers.set(`${file}${query}`, `${told.join(' ')} ${rawPayload.toString('latin1')}`);
    }
  return answers;
}

async function workRows({ em }: TestApp): Promise<Map<string, number>> {
  const tables = await em().execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'work' and table_type = 'BASE TABLE'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await em().execute<{ count: number }[]>(
      `select count(*)::int as count from work.${name}`,
    );
    counts.set(name, row?.count ?? 0);
  }
  return counts;
}
