import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PublicationService } from '../features/publication/publication.service.ts';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { ReleasesService } from '../features/releases/releases.service.ts';
import { PersistedQueries } from '../graphql/persisted-queries.ts';
import { reportFigures } from '../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { FairUse } from './fair-use.ts';

let test: TestApp;
let reads: ReturnType<typeof spyOnReads>;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 60 } });
  reads = spyOnReads();
}, 120_000);
afterAll(() => test.stop());
beforeEach(() => {
  reads.mockClear();
});

/** Counts how often a release is read: a stored answer reads none. */
const spyOnReads = () => jest.spyOn(test.app.get(PublicationService, { strict: false }), 'read');

const LONG =
  'query Long($lang: Language!, $release: ID) { scorecard(lang: $lang, release: $release) { release { number } rows { action { code title { text } } cells { area level { word } } } } }';
/** Each question is different, so that no test gets an answer stored by another. */
let count = 0;
const unasked = (query = LONG): string => `${query} # ${String((count += 1))}`;

type Asked = Parameters<TestApp['http']>[0];
type Sent = Exclude<Asked, string>;
const post = (body: object, more: Partial<Sent> = {}) =>
  test.http({ method: 'POST', url: '/graphql', payload: body, ...more });
const get = (asked: Record<string, string>, more: Partial<Sent> = {}) =>
  test.http({ url: `/graphql?${new URLSearchParams(asked).toString()}`, ...more });
type Response = Awaited<ReturnType<typeof post>>;

const ALWAYS_NEW = ['date', 'keep-alive'];
const seen = ({ statusCode, headers, rawPayload }: Response) => ({
  statusCode,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ALWAYS_NEW.includes(name)),
  ),
  body: rawPayload.toString('base64'),
});

describe('an answer that is asked for again', () => {
  it.each(['GET', 'POST'])(
    'by %s has the same bytes and headers, in each encoding',
    async (method) => {
      const query = unasked();
      const ask = (headers: Record<string, string>) =>
        method === 'POST'
          ? post({ query, variables: { lang: 'en' } }, { headers })
          : get({ query, variables: '{"lang":"en"}' }, { headers });
      for (const headers of [{}, { 'accept-encoding': 'gzip, br' }]) {
        const first = seen(await ask(headers));
        expect([first.statusCode, seen(await ask(headers))]).toEqual([200, first]);
      }
      expect(reads).toHaveBeenCalledTimes(1);
      const [plain, packed] = [await ask({}), await ask({ 'accept-encoding': 'br' })];
      expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
      expect(packed.headers['content-encoding']).toBe('br');
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['content-length']).toBe(String(plain.rawPayload.length));
    },
  );

  it('by the other way is the same but for what caches may do with it', async () => {
    const query = unasked();
    const answers = [
      await post({ query, variables: { lang: 'en' } }),
      await get({ query, variables: '{"lang":"en"}' }),
    ];
    expect(reads).toHaveBeenCalledTimes(1);
    expect(answers.map(({ headers }) => [headers['cache-control'], Boolean(headers.etag)])).toEqual(
      [
        ['no-store', false],
        ['public, max-age=0, s-maxage=60, must-revalidate', true],
      ],
    );
    expect(answers[1]?.body).toBe(answers[0]?.body);
    const named = { query: unasked(), variables: '{"lang":"en","release":"2026.1"}' };
    await post({ ...named, variables: { lang: 'en', release: '2026.1' } });
    expect((await get(named)).headers['cache-control']).toContain('max-age=86400');
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('with its variables in another order, or what is not looked at, is the same', async () => {
    const query = unasked();
    const variables = { lang: 'en', release: '2026.1' };
    const { body } = await post({ query, variables });
    const same = [
      await post({ variables: { release: '2026.1', lang: 'en' }, query, operationName: null }),
      await post({ query, variables, extensions: { clientLibrary: { name: 'x', version: '1' } } }),
      await get({ x: 'y', variables: '{ "release": "2026.1", "lang": "en" }', query }),
      await get({ query, variables: '{"lang":"ru","lang":"en","release":"2026.1"}' }),
    ];
    expect(same.map((answer) => answer.body)).toEqual(same.map(() => body));
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('in the same words is not read again', async () => {
    const query = unasked();
    const named = (variables: object) => ({
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hash('sha256', query) } },
    });
    const variables = { lang: 'en', release: '2026.1' };
    await post({ query, ...named(variables) });
    await post(named(variables));
    const read = jest.spyOn(test.app.get(PersistedQueries, { strict: false }), 'textOf');
    for (let n = 0; n < 2; n += 1) expect((await post(named(variables))).statusCode).toBe(200);
    expect(read).not.toHaveBeenCalled();
    await post(named({ release: '2026.1', lang: 'en' })); // the same question with its variables in another order
    expect(read).toHaveBeenCalledTimes(1);
    expect(reads).toHaveBeenCalledTimes(2); // once when the text was remembered, once when the answer was stored
    read.mockRestore();
  });

  it('at the same time is made once, and charged to one', async () => {
    const taken = jest.spyOn(test.app.get(FairUse, { strict: false }), 'take');
    const query = unasked(
      '{ a: scorecard(lang: en) { release { number } } sources { indicators } }',
    );
    const answers = await Promise.all(Array.from({ length: 5 }, () => post({ query })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(reads).toHaveBeenCalledTimes(2); // once for each of the two fields
    expect(taken.mock.calls.map(([, cost]) => cost).sort()).toEqual([1, 1, 1, 1, 1, 1]);
    taken.mockRestore();
  });

  it('comes in the type that was asked for', async () => {
    const query = unasked();
    const accept = 'application/graphql-response+json';
    const types = async () => {
      const answers = [
        await post({ query, variables: { lang: 'en' } }),
        await post({ query, variables: { lang: 'en' } }, { headers: { accept } }),
        await post({ query, variables: { lang: 'en' } }, { headers: { accept: 'image/png' } }),
      ];
      return answers.map(({ statusCode, headers }) => [statusCode, headers['content-type']]);
    };
    const first = await types();
    expect(first).toEqual([
      [200, 'application/json; charset=utf-8'],
      [200, 'application/graphql-response+json; charset=utf-8'],
      [406, 'application/json; charset=utf-8'],
    ]);
    expect(await types()).toEqual(first);
  });

  it('costs as much as any request, and no less', async () => {
    const remoteAddress = '198.51.100.20';
    const query = unasked(`{ ${'abcde'.replaceAll(/./g, '$&: releases(lang: en) { number } ')} }`);
    const ask = async () => (await post({ query }, { remoteAddress })).statusCode;
    const statuses = [];
    for (let n = 0; n < 70; n += 1) statuses.push(await ask());
    const answered = statuses.filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(56); // the first costs 5, each of the others 1
    expect(answered).toBeLessThan(60);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('what is not the same question', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain'])(
    'is none of those that came before it as %s',
    async (type) => {
      const bodies = ['one', 'other'].map((name) => {
        const query = unasked(`{ ${name}: __typename }`);
        return type === 'text/plain' ? query : new URLSearchParams({ query }).toString();
      });
      const answers = [];
      for (const payload of bodies)
        answers.push(
          await test.http({
            ...{ method: 'POST', url: '/graphql', payload, headers: { 'content-type': type } },
          }),
        );
      expect(answers.map(({ body }) => body.includes('one'))).toEqual([
        type !== 'text/plain',
        false,
      ]);
    },
  );

  it.each([
    [400, ''],
    [413, ' '.repeat(200_000)],
  ])('is JSON in a type of another format, refused with %i', async (status, more) => {
    const payload = JSON.stringify({ query: unasked('{ __typename }') }) + more;
    const headers = { 'content-type': 'application/vnd.sdmx.data+csv' };
    const refused = await test.http({ method: 'POST', url: '/graphql', payload, headers });
    expect(refused.statusCode).toBe(status);
  });

  it('is the same words by another way', async () => {
    const query = unasked('{ areas(lang: en) { code } }');
    const url = `/graphql?${new URLSearchParams({ query }).toString()}`;
    expect((await test.http(url)).statusCode).toBe(200);
    const typed = await test.http({ url, headers: { 'content-type': 'text/plain' } });
    expect(typed.statusCode).toBe(415);
    expect((await test.http({ method: 'POST', url })).statusCode).toBe(400);
    const broken = { method: 'POST', url: '/graphql', payload: '{"query":' } as const;
    const headers = { 'content-type': 'application/json' };
    for (let n = 0; n < 2; n += 1)
      expect((await test.http({ ...broken, headers })).json()).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
  });

  const TYPENAME = '{ __typename }';
  it.each([
    ['another name', '"operationName":"B"'],
    ['a name that is empty', '"operationName":""'],
    ['no variables but a list', '"variables":[]'],
    ['variables as text', '"variables":"{}"'],
    ['an endless number', '"variables":{"year":1e999}'],
    ['extensions that are none', '"extensions":"x"'],
    ['a question that was never stored', '"extensions":{"persistedQuery":{"version":1}}'],
  ])('is judged by itself, also where a name stands twice: %s', async (_what, more) => {
    const query = `query A($year: Int) { scorecard(lang: en, year: $year) { year } } ${unasked('')}`;
    const asked = { query, operationName: 'A', variables: { year: null } };
    expect((await post(asked)).statusCode).toBe(200);
    const payload = `${JSON.stringify(asked).slice(0, -1)},${more}}`; // of two entries with one name the last counts
    const headers = { 'content-type': 'application/json' };
    const odd = await test.http({ method: 'POST', url: '/graphql', payload, headers });
    expect(odd.json()).toHaveProperty('errors');
  });

  it.each([
    ['two questions', (query: string) => `query=${query}&query=${query}`],
    ['variables that are none', (query: string) => `query=${query}&variables=[]`],
    ['variables that are no JSON', (query: string) => `query=${query}&variables=`],
    ['two kinds of variables', (query: string) => `query=${query}&variables={}&variables={}`],
  ])('is judged by itself in an address: %s', async (_what, search) => {
    const query = unasked(TYPENAME);
    expect((await get({ query })).statusCode).toBe(200);
    const odd = await test.http(`/graphql?${search(encodeURIComponent(query))}`);
    expect([odd.statusCode, odd.json()]).toEqual([400, { errors: [expect.anything()] }]);
  });

  it('does not come out of texts that look alike side by side', async () => {
    const comment = unasked('');
    const alike = [
      { query: `query A { a: __typename }${comment}`, operationName: 'A' },
      { query: `query A { a: __typename }${comment}","A` },
      { query: `query A { a: __typename }${comment}`, variables: { A: 'A' } },
    ];
    const taken = jest.spyOn(test.app.get(FairUse, { strict: false }), 'take');
    for (const asked of alike) expect((await post(asked)).statusCode).toBe(200);
    expect(taken).toHaveBeenCalledTimes(6); // each of the three is charged on arrival and when it is measured
    taken.mockRestore();
  });
});

describe('what is not stored', () => {
  it('is an error, whole or in part', async () => {
    const broken = jest.spyOn(test.app.get(PublicationService, { strict: false }), 'releases');
    broken.mockRejectedValueOnce(new Error('for once'));
    const query = unasked(
      '{ releases(lang: en) { number } scorecard(lang: en) { release { number } } }',
    );
    const failed = await post({ query });
    expect(failed.json()).toHaveProperty('errors');
    expect((await post({ query })).json()).toHaveProperty('data.releases.0.number');
    const ids = new Set<string>();
    for (let n = 0; n < 2; n += 1)
      ids.add(
        (await post({ query: '{ nonsense }' })).json<Errors>().errors[0].extensions.requestId,
      );
    expect(ids.size).toBe(2);
  });

  it('is a refusal of one, for others who wait for the same answer', async () => {
    const remoteAddress = '198.51.100.21';
    const spent = unasked(`{ ${'abcde'.replaceAll(/./g, '$&: releases(lang: en) { number } ')} }`);
    for (let n = 0; n < 54; n += 1) await post({ query: spent }, { remoteAddress });
    const query = unasked(`{ ${'abcde'.replaceAll(/./g, '$&: releases(lang: ru) { number } ')} }`);
    const [refused, answered] = await Promise.all([
      post({ query }, { remoteAddress }),
      post({ query }),
    ]);
    expect([refused.statusCode, answered.statusCode]).toEqual([429, 200]);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(answered.json()).toHaveProperty('data.a.0.number');
  });

  it('is what was made while a release came out', async () => {
    const current = test.app.get(CurrentRelease, { strict: false });
    const edition = jest.spyOn(current, 'edition');
    edition.mockResolvedValueOnce('before').mockResolvedValueOnce('after');
    const query = unasked();
    const ask = () => post({ query, variables: { lang: 'en' } });
    await ask();
    edition.mockResolvedValueOnce('before');
    await ask();
    expect(reads).toHaveBeenCalledTimes(2);
    edition.mockRestore();
  });
});

interface Errors {
  errors: [{ extensions: { requestId: string } }];
}

describe('a release, or a withdrawal', () => {
  const numberOf = (answer: Response) =>
    answer.json<{ data: { scorecard: { release: { number: string } } } }>().data.scorecard.release
      .number;

  it('ends what was stored within a second, even where it came from another process', async () => {
    const query = unasked();
    const ask = () => post({ query, variables: { lang: 'en' } });
    const named = () => post({ query, variables: { lang: 'en', release: '2026.1' } });
    const isLatest = async () => {
      const told = '{ scorecard(lang: en, release: "2026.2") { release { latest } } }';
      return (await post({ query: told })).json().data.scorecard.release.latest;
    };
    expect([numberOf(await ask()), numberOf(await named())]).toEqual(['2026.2', '2026.1']);
    expect(await isLatest()).toBe(true);
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'TJK', year: 2012, value: '7' }]);
    const published = await new ReleasesService(test.em()).publishUnattended({
      ...{ asOfYear: 2025, annual: false, note: { en: 'The next.' } },
    });
    expect(published).toMatchObject({ problems: [] });
    await wait(1000); // this process was not told of the release
    expect([numberOf(await ask()), numberOf(await named())]).toEqual([published.number, '2026.1']);
    expect(await isLatest()).toBe(false);
  });

  it('ends what was stored at once where a reader has seen it here', async () => {
    const query = unasked();
    const ask = () => post({ query, variables: { lang: 'en' } });
    const before = numberOf(await ask());
    await test.em().execute(
      `insert into publication.release select (jsonb_populate_record(r, '{"sequence": 98, "number": "2026.98"}')).*
         from publication.release r where number = ?`,
      [before],
    );
    const other = unasked(); // not stored, so the release is read
    expect(numberOf(await post({ query: other, variables: { lang: 'en' } }))).toBe('2026.98');
    expect(numberOf(await ask())).toBe('2026.98');
  });

  it('counts even where it changes a past release only', async () => {
    const query = unasked();
    const ask = () => post({ query, variables: { lang: 'en', release: '2026.1' } });
    await ask();
    const current = test.app.get(CurrentRelease, { strict: false });
    const edition = jest.spyOn(current, 'edition').mockResolvedValue('2026.2-1');
    const atOnce = jest.spyOn(current, 'editionAtOnce').mockReturnValue('2026.2-1');
    await ask();
    await ask();
    expect(reads).toHaveBeenCalledTimes(2);
    edition.mockRestore();
    atOnce.mockRestore();
  });
});
