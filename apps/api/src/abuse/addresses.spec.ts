import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 20 } });
  await test.listen();
}, 120_000);
afterAll(() => test.stop());

interface Answer {
  status: number | undefined;
  kept: string | undefined;
  open: string | undefined;
}

/** Sends a request with the path exactly as written. */
function send(
  path: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string },
): Promise<Answer> {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = { port, path, method, headers: { 'content-length': body.length, ...headers } };
    request({ ...sent, agent: false }, (response) => {
      const { 'cache-control': kept, 'access-control-allow-origin': open } = response.headers;
      response.resume().on('close', () => resolve({ status: response.statusCode, kept, open }));
    })
      .on('error', reject)
      .end(body);
  });
}

/** The network of each test, so that none spends the share of another. */
let network = 0;
const elsewhere = () => ({ 'x-forwarded-for': `198.51.100.${String((network += 1))}` });

/** Other ways to write a path: the router takes the first ones for the same path, and the others for another one. */
const SAME = [
  (path: string) => path.replace(/[a-z]/, encoded),
  (path: string) => path.replaceAll(/[a-z]/g, encoded),
  (path: string) => path.replaceAll(/[a-z]/g, (letter) => encoded(letter).toUpperCase()),
  (path: string) => `http://qadam.example${path.replace(/[a-z](?=[a-z]*$)/, encoded)}`,
  (path: string) => `${path}#x`,
];
const OTHER = [
  (path: string) => path.replace(/[a-z]/, (letter) => encoded(letter).replace('%', '%25')),
  (path: string) => path.replace(/[a-z]/, (letter) => encoded(letter).replace(/.$/, hexEncoded)),
  (path: string) => `/${path}`,
  (path: string) => path.replaceAll('/', '//'),
  (path: string) => `${path}/`,
  (path: string) => `${path};x`,
  (path: string) => `${path}%3Fx`,
  (path: string) => `/.${path}`,
  (path: string) => `/x/..${path}`,
  (path: string) => `/x/%2E%2e${path}`,
  (path: string) => `/${path.slice(1).replaceAll('/', '%2F')}%2F`,
  (path: string) => path.toUpperCase(),
  (path: string) => `${path}%00`,
  (path: string) => path.replaceAll('/', '\\').replace('\\', '/') + '\\',
];
function encoded(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}
function hexEncoded(digit: string): string {
  return `%${digit.charCodeAt(0).toString(16)}`;
}

describe('a public address that is written in another way', () => {
  const PUBLIC = [
    '/graphql',
    '/data/levels.csv',
    '/data/datapackage.json',
    '/sdmx/structure/dataflow/QADAM/all/latest',
    '/iati/activities/KAZ.xml',
    '/dhis2/metadata.json',
    '/feeds/releases.xml',
  ];
  const ask = (address: string, path: string, headers: object): Promise<Answer> =>
    address === '/graphql'
      ? send(path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: '{"query":"{ areas(lang: en) { code } }"}',
        })
      : send(path, { headers });
  const pairs = (ways: typeof SAME) =>
    PUBLIC.flatMap((address) => ways.map((written) => [address, written(address)] as const));

  it.each(pairs(SAME))(
    'is paid for, and may be read by pages of other sites: %s as %s',
    async (address, path) => {
      const headers = elsewhere();
      expect(await ask(address, path, headers)).toMatchObject({ status: 200, open: '*' });
      let last: Answer | undefined;
      for (let n = 0; n < 20 && last?.status !== 429; n += 1)
        last = await ask(address, path, headers);
      expect(last?.status).toBe(429);
    },
  );

  // SDMX ignores a slash at the end, and is paid for then too
  it.each(pairs(OTHER).filter(([, path]) => !/^\/sdmx.*\/$/.test(path)))(
    'or as another address is not answered: %s as %s',
    async (address, path) => {
      expect([400, 404]).toContain((await ask(address, path, elsewhere())).status);
    },
  );
});

describe('the address of the desks that is written in another way', () => {
  const ask = async (path: string, method: string, headers: object = {}): Promise<Answer> =>
    send(path, {
      method,
      headers: {
        cookie: await test.cookie('officer@demo.example'),
        'content-type': 'application/json',
        ...headers,
      },
      body: method === 'POST' ? '{"query":"{ me { role } }"}' : '',
    });

  it.each(SAME.map((written) => written('/work/graphql')))(
    'is answered to no page of another site, to no GET, and kept by nobody: %s',
    async (path) => {
      const kept = 'no-store';
      expect(await ask(path, 'POST', { 'sec-fetch-site': 'same-site' })).toMatchObject({
        status: 403,
        kept,
      });
      expect(await ask(path, 'GET')).toMatchObject({ status: 405, kept });
      expect(await ask(path, 'POST')).toMatchObject({ status: 200, kept });
    },
  );

  it.each(OTHER.map((written) => written('/work/graphql')))(
    'or as another address is not answered: %s',
    async (path) => {
      expect([400, 404]).toContain((await ask(path, 'POST')).status);
      expect([400, 404]).toContain((await ask(path, 'GET')).status);
    },
  );
});

describe('a letter of a code that is encoded', () => {
  it.each([
    '/data/indicators/A4%2E2.csv',
    '/data/indicators/A4.2.csv?c=K%47Z',
    '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1%2E0.0/A.KG.A4%5F2?format=csv',
    '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2%2CA.KZ.A4_2?format=csv',
  ])('is read as before: %s', async (path) => {
    expect(await send(path, {})).toMatchObject({ status: 200, open: '*' });
  });
});
