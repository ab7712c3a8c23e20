import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PublicationService } from '../features/publication/publication.service.ts';
import { FairUse } from '../http/fair-use.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { startTestDatabase } from '../testing/database.ts';
import { PersistedQueries, priceToPersist } from './persisted-queries.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Two processes behind one address, each with its own memory. */
let apps: TestApp[];
let sites: string[];
beforeAll(async () => {
  const database = await startTestDatabase('demo');
  const settings = { readsPerMinute: 60 };
  const first = await startTestApp({ seed: 'demo', database, settings });
  const other = { ...database, stop: () => Promise.resolve() };
  apps = [first, await startTestApp({ database: other, settings })];
  sites = await Promise.all(apps.map((app) => app.listen()));
}, 120_000);
afterAll(async () => {
  for (const app of [...apps].reverse()) await app.stop();
});

/** A client as its documentation shows it, which asks the sites in turn; `sent` lists its requests. */
function clientOf(...at: string[]) {
  const sent: string[] = [];
  let turn = 0;
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(
    new HttpLink({
      uri: '/graphql',
      fetch: async (asked, options) => {
        const url = `${at[(turn += 1) % at.length] ?? ''}${asked as string}`;
        const answer = await fetch(url, options);
        const kept = answer.headers.get('cache-control')?.split(',')[0] ?? '';
        const body = options?.body;
        const text =
          url.includes('query=') || (typeof body === 'string' && body.includes('"query":'));
        sent.push(`${options?.method ?? 'GET'}${text ? ' with the text' : ''}: ${kept}`);
        return answer;
      },
    }),
  );
  return { sent, client: new ApolloClient({ link, cache: new InMemoryCache() }) };
}

const AREAS = gql`
  query Areas($lang: Language!) {
    areas(lang: $lang) {
      code
      name {
        text
      }
    }
  }
`;
const ask = (client: ApolloClient, lang: string) =>
  client.query({ query: AREAS, variables: { lang }, fetchPolicy: 'no-cache' });

describe('a client that names its questions by hash', () => {
  it('sends the text once, and from then on an address that caches keep', async () => {
    const { client, sent } = clientOf(sites[0] ?? '');
    const answers = [await ask(client, 'en'), await ask(client, 'en'), await ask(client, 'ru')];
    for (const { data } of answers) expect(data).toMatchObject({ areas: { length: 5 } });
    expect(sent).toEqual([
      'GET: no-store',
      'POST with the text: no-store',
      'GET: public',
      'GET: public',
    ]);
    // the next client need not send the text at all
    const next = clientOf(sites[0] ?? '');
    await ask(next.client, 'kk');
    expect(next.sent).toEqual(['GET: public']);
  });

  it('gets all answers from two processes that know nothing of each other', async () => {
    const { client, sent } = clientOf(...sites);
    const query = gql`
      query Actions($lang: Language!) {
        actions(lang: $lang) {
          code
        }
      }
    `;
    for (let n = 0; n < 6; n += 1) {
      const { data } = await client.query({
        ...{ query, variables: { lang: 'en' }, fetchPolicy: 'no-cache' },
      });
      expect(data).toMatchObject({ actions: { length: 10 } });
    }
    // GET to one, POST to the other, GET to the first again: the worst order that a proxy can choose
    expect(new Set(sent)).toEqual(new Set(['GET: no-store', 'POST with the text: no-store']));
    for (const site of sites) {
      const own = clientOf(site);
      const asked = { query, variables: { lang: 'ru' }, fetchPolicy: 'no-cache' } as const;
      for (let n = 0; n < 2; n += 1) await own.client.query(asked);
      expect(own.sent.at(-1)).toBe('GET: public');
    }
  });
});

const named = (hash: string, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  ...more,
});
const post = (payload: object, remoteAddress = '127.0.0.1') =>
  (apps[0] as TestApp).http({ method: 'POST', url: '/graphql', payload, remoteAddress });
const get = (asked: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const search = Object.entries(asked).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const url = `/graphql?${new URLSearchParams(search).toString()}`;
  return (apps[0] as TestApp).http({ url, headers });
};

describe('a question by its hash', () => {
  it('has the answer that is stored for its text, with the same tag', async () => {
    const query =
      'query ($lang: Language!) { scorecard(lang: $lang) { release { number } } } # one';
    const variables = { lang: 'en' };
    const reads = jest.spyOn(
      (apps[0] as TestApp).app.get(PublicationService, { strict: false }),
      'read',
    );
    await post(named(sha256(query), { query, variables }));
    const byText = await get({ query, variables });
    const byHash = await get(named(sha256(query), { variables }));
    expect(byHash.body).toBe(byText.body);
    expect(byHash.headers.etag).toBe(byText.headers.etag);
    expect(byHash.headers['cache-control']).toBe(byText.headers['cache-control']);
    expect(byHash.headers.vary).toBe(byText.headers.vary);
    const again = await get(named(sha256(query), { variables }), {
      'if-none-match': String(byHash.headers.etag),
    });
    expect(again.statusCode).toBe(304);
    expect(reads).toHaveBeenCalledTimes(2); // once when the text was remembered, once when the answer was stored
    reads.mockRestore();
  });

  it('may be kept by caches also where it is sent with its text by GET', async () => {
    const query = '{ releases(lang: en) { number } } # by GET';
    const answer = await get(named(sha256(query), { query }));
    expect(answer.headers['cache-control']).toContain('public');
    expect(answer.headers.vary).toContain('accept');
    expect((await get(named(sha256(query)))).json()).toHaveProperty('data.releases.0.number');
  });

  it('is not remembered where it is none', async () => {
    for (const query of ['{ nonsense }', '{ releases', `{ ${'a: __typename '.repeat(400)} }`]) {
      expect((await post(named(sha256(query), { query }))).json()).toHaveProperty('errors');
      expect((await post(named(sha256(query)))).json()).toMatchObject({
        errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      });
    }
  });

  it('costs its sender a request for each thousand letters, once', async () => {
    const remoteAddress = '198.51.100.30';
    const query = `{ releases(lang: en) { number } } # ${'x'.repeat(29_000)}`;
    expect(priceToPersist(query)).toBe(30);
    const statuses = [];
    for (const number of [1, 1, 1, 1, 2, 3])
      statuses.push(
        (
          await post(
            named(sha256(query + String(number)), { query: query + String(number) }),
            remoteAddress,
          )
        ).statusCode,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    const stays = named(sha256(`${query}1`));
    expect((await post(stays)).json()).toHaveProperty('data.releases');
    expect((await post(named(sha256(`${query}2`)))).json()).toHaveProperty('errors');
  });
});

describe('what is remembered', () => {
  it('is bounded; what was not asked for longest is forgotten first', async () => {
    const persisted = new PersistedQueries();
    const text = 'x'.repeat(1_000_000);
    for (let n = 0; n < 30; n += 1) {
      await persisted.set(`apq:${n}`, text + String(n));
      expect(await persisted.textOf('0')).toBe(`${text}0`); // used each time, so it is kept
    }
    expect(await persisted.textOf('29')).toBe(`${text}29`);
    expect(await persisted.textOf('1')).toBeUndefined();
  });

  it('cannot be filled up by one network within minutes', () => {
    const fairUse = new FairUse(600);
    const text = 'x'.repeat(50_000);
    let remembered = 0;
    for (let second = 0; second < 600; second += 1)
      while (fairUse.take('203.0.113.9', priceToPersist(text), second * 1000) === 0)
        remembered += 2 * text.length;
    expect(remembered).toBeLessThan(14 * 1024 * 1024);
  });
});
