import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  await test.listen();
});
afterAll(() => test.stop());

const LARGE = 10_000_000;
/** A server that reads the body would wait for the rest of it. */
const WAIT_MS = 2000;
const CSV = 'application/vnd.sdmx.data+csv;version=2.0.0';
const XML = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1';

/** Sends the beginning of a large body, and returns the status of what is answered to it. */
async function begin(url: string, type: string, more = ''): Promise<number> {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(
    `POST ${url} HTTP/1.1\r\nhost: qadam\r\nx-qadam: 1\r\ncontent-type: ${type}\r\ncontent-length: ${String(LARGE)}\r\n${more}\r\nSTRUCTURE`,
  );
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
    socket.destroy();
  });
  socket.setTimeout(WAIT_MS, () => socket.destroy());
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe('a large body', () => {
  it.each(
    [
      '/auth/sign-in',
      '/auth/sign-out',
      '/auth/invitation',
      '/auth/password',
      '/graphql',
      '/work/graphql',
      '/imports?country=KGZ',
      '/evidence?area=KGZ',
      '/no/such/address',
    ].flatMap((url) => ['application/json', CSV, XML, 'text/plain'].map((type) => [url, type])),
  )('is not read at %s as %s', async (url = '', type = '') => {
    expect([413, 415, 404]).toContain(await begin(url, type));
    const chunks = await test.http({
      method: 'POST',
      url,
      headers: { 'content-type': type, 'x-qadam': '1', 'transfer-encoding': 'chunked' },
      payload: Buffer.alloc(LARGE, 'x'),
    });
    expect([413, 415, 404]).toContain(chunks.statusCode);
  });

  it('is not read at /framework from who is not signed in, nor beyond its limit', async () => {
    expect(await begin('/framework', 'application/json')).toBe(401);
    const cookie = await test.cookie('officer@demo.example');
    expect(await begin('/framework', 'application/json', `cookie: ${cookie}\r\n`)).toBe(413);
  });

  it.each([
    ['', 403],
    [`authorization: Bearer qadam_${'x'.repeat(43)}\r\n`, 401],
    ['authorization: Basic eDp4\r\n', 401],
  ])('of SDMX is not read from who has no token: %s', async (header, status) => {
    const own = header === '' ? 'sec-fetch-site: cross-site\r\n' : header;
    for (const type of [CSV, XML, 'application/json'])
      expect(await begin('/sdmx/data?country=KGZ', type, own)).toBe(status);
  });
});
