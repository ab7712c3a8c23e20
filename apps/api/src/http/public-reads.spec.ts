import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { FairUse, networkOf } from './fair-use.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 30 } });
}, 120_000);
afterAll(() => test.stop());

const ask = (query: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  test.http({ url: `/graphql?query=${encodeURIComponent(query)}`, headers, remoteAddress });
const NEWEST = '{ scorecard(lang: en) { release { number } } }';
const NAMED = '{ scorecard(lang: en, release: "2026.1") { release { number } } }';

describe('a query by GET', () => {
  it('is answered once: who has the answer is told so, without a statement to the database', async () => {
    const first = await ask(NEWEST);
    expect(first.json()).toEqual({ data: { scorecard: { release: { number: '2026.2' } } } });
    expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    expect(first.headers['cdn-cache-control']).toBe(
      'max-age=60, stale-while-revalidate=60, stale-if-error=600',
    );
    expect((await ask(NAMED)).headers['cdn-cache-control']).toBe(
      'max-age=60, stale-while-revalidate=60',
    );
    expect(first.headers.vary).toBe('accept');
    const again = () => ask(NEWEST, { 'if-none-match': String(first.headers.etag) });
    await again();
    expect(await again()).toMatchObject({ statusCode: 304, body: '' });
    expect(await test.statements(again)).toBeLessThanOrEqual(1);
  });

  it('is compressed for who can read it, and says that it differs by that', async () => {
    const query = '{ indicators(lang: kk) { indicators { code name { text } } } }';
    const plain = await ask(query);
    const packed = await ask(query, { 'accept-encoding': 'gzip, br' });
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
      undefined,
      'br',
    ]);
    expect([plain.headers.vary, packed.headers.vary]).toEqual(
      Array(2).fill('accept, accept-encoding'),
    );
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  it('has a mark of its own for each question, release and form of the answer', async () => {
    const marks = await Promise.all([
      ask(NEWEST),
      ask(NAMED),
      ask(NEWEST, { accept: 'application/graphql-response+json' }),
    ]);
    expect(new Set(marks.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it.each([
    [NAMED, true],
    ['{ changes(lang: en, from: "2026.1", to: "2026.2") { to { number } } }', true],
    ['{ changes(lang: en, from: "2026.1") { to { number } } }', false],
    // the next release ends that this one is the latest
    ['{ scorecard(lang: en, release: "2026.2") { release { number latest } } }', false],
    [
      `{ scorecard(lang: en, release: "2026.2") { release { ...Told } } } fragment Told on Release { newest: latest }`,
      false,
    ],
    [
      `{ a: scorecard(lang: en, release: "2026.1") { rows { action { code } } } releases(lang: en) { number } }`,
      false,
    ],
    ['{ scorecard(lang: en, release: null) { release { number } } }', false],
  ])('may be kept for a day where it names its release: %s', async (query, settled) => {
    const { headers, statusCode, body } = await ask(query);
    expect([statusCode, body.includes('errors')]).toEqual([200, false]);
    expect(headers['cache-control']?.includes('max-age=86400')).toBe(settled);
  });

  it('takes the release of a variable too', async () => {
    const query = 'query ($r: ID) { scorecard(lang: en, release: $r) { release { number } } }';
    const url = (variables: object) =>
      `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
    const policy = async (variables: object) =>
      (await test.http(url(variables))).headers['cache-control'];
    expect(await policy({ r: '2026.1' })).toContain('max-age=86400');
    expect(await policy({})).toContain('max-age=0');
  });

  it('that failed is kept by nobody', async () => {
    const { headers } = await ask('{ nonsense }');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  });

  it('changes nothing: a mutation is not answered by GET', async () => {
    expect((await ask('mutation { __typename }')).statusCode).toBeGreaterThanOrEqual(400);
  });
});

it('an answer to POST is kept by nobody', async () => {
  const answer = await test.http({ method: 'POST', url: '/graphql', payload: { query: NEWEST } });
  expect(answer.headers['cache-control']).toBe('no-store');
});

describe('a network that asks too much', () => {
  it('is told when to come back, in the shape of every error, readable by pages of other sites', async () => {
    const address = '198.51.100.7';
    const answers = [await ask(NEWEST, {}, address)];
    while (answers.at(-1)?.statusCode === 200 && answers.length < 200)
      answers.push(await ask(NEWEST, {}, address));
    expect(answers.length).toBeGreaterThan(30);
    const refused = answers.at(-1);
    expect(refused?.statusCode).toBe(429);
    const wait = Number(refused?.headers['retry-after']);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(3);
    expect(refused?.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    expect(refused?.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: wait } }],
    });
  });

  it('leaves the others their share, and the pages to itself', async () => {
    expect((await ask(NEWEST, {}, '198.51.100.8')).statusCode).toBe(200);
    const live = await test.http({ url: '/health/live', remoteAddress: '198.51.100.7' });
    expect(live.statusCode).toBe(200);
  });

  it('has fewer files than answers, and pays little for one it has already', async () => {
    const file = (headers: Record<string, string> = {}) =>
      test.http({ url: '/data/indicators/A4.2.csv', headers, remoteAddress: '198.51.100.9' });
    const { headers } = await file();
    const known = { 'if-none-match': String(headers.etag) };
    for (let n = 0; n < 5; n += 1) expect((await file(known)).statusCode).toBe(304);
    expect((await file()).statusCode).toBe(200);
    const [next, one] = await Promise.all([file(), file()]);
    expect([next.statusCode, one.statusCode]).toContain(429);
  });

  it('pays for each field at the top of a question, and for its size', async () => {
    const wide = `{ ${'abcde'.replaceAll(/./g, '$&: releases(lang: en) { number } ')} }`;
    const large = `{ dataQuality(lang: en) { cells { area indicator year class marks hidden dueOn } } }`;
    const answered = async (query: string, address: string) => {
      let count = 0;
      for (;;) {
        // a new question each time, because stored answers cost less
        const { statusCode, headers } = await ask(`${query} # ${String(count)}`, {}, address);
        if (statusCode !== 200) return { count, statusCode, wait: Number(headers['retry-after']) };
        count += 1;
      }
    };
    const soon = expect.any(Number);
    expect(await answered(wide, '198.51.100.10')).toEqual({
      count: 6,
      statusCode: 429,
      wait: soon,
    });
    expect((await answered(large, '198.51.100.11')).count).toBeLessThan(20);
  });

  it('is not the machine itself', async () => {
    for (let n = 0; n < 40; n += 1) expect((await ask(NEWEST)).statusCode).toBe(200);
  });
});

describe('the share of a network', () => {
  it('fills up evenly, to a minute’s worth and no more', () => {
    const use = new FairUse(60);
    const spend = (count: number, at: number) =>
      Array.from({ length: count }, () => use.take('192.0.2.1', 1, at)).filter((wait) => wait === 0)
        .length;
    expect(spend(100, 0)).toBe(60);
    expect(use.take('192.0.2.1', 10, 0)).toBe(10);
    expect(spend(100, 5_000)).toBe(5);
    expect(spend(100, 3_600_000)).toBe(60);
  });

  it('may be owed, a minute’s worth at most: the next request waits for it', () => {
    const use = new FairUse(60);
    use.owe('192.0.2.1', 100);
    expect(use.take('192.0.2.1', 1, performance.now())).toBeGreaterThan(30);
    use.owe('192.0.2.1', 1000);
    expect(use.take('192.0.2.1', 1, performance.now())).toBeLessThanOrEqual(61);
    expect(use.take('192.0.2.2', 1, performance.now())).toBe(0);
  });

  it('has no end where the limit is 0', () => {
    const use = new FairUse(0);
    for (let n = 0; n < 1000; n += 1) expect(use.take('192.0.2.1', 10, 0)).toBe(0);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:5::9', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ])('is that of the line, not of one of its addresses: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
