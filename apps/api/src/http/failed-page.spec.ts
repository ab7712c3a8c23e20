import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { makeWebBuild } from '../testing/web-build.ts';
import { log } from './log.ts';
import { sha256 } from './page-policy.ts';

/**
 * A build of the web in which every page fails: most while the page renders, one in the renderer itself, one because the database is away; some do
 * not exist.
 */
const BUILD = `
export const storedPath = (url) => url.includes('/nowhere') ? '/404' : url;
export const publicPaths = () => [];
export async function render({ url }) {
  if (url.includes('thrown')) throw new TypeError('thrown');
  const status = url.includes('away') ? 503 : /absent|404/.test(url) ? 404 : 500;
  return { status, desk: false, transient: url !== '/404', lang: 'en', state: {}, modules: [],
    html: '<html><head></head><body>Sorry</body></html>', error: new TypeError('drawn') };
}`;

let test: TestApp;
let app: TestApp['app'];
let web: Awaited<ReturnType<typeof makeWebBuild>>;
beforeAll(async () => {
  web = await makeWebBuild(BUILD);
  test = await startTestApp({ settings: { readsPerMinute: 30 }, webRoot: web.root });
  ({ app } = test);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await test.stop();
  await web.remove();
});

describe('a page that fails', () => {
  it('stands in the log with its error and its address, without what was asked with it', async () => {
    const error = jest.spyOn(log, 'error');
    const answer = await app.inject('/en/search?q=shelter');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('Sorry');
    expect(error.mock.calls).toEqual([
      [{ err: expect.objectContaining({ message: 'drawn' }), path: '/en/search' }, 'a page failed'],
    ]);
  });

  it('stands in the log also where not even a page could be made to say so', async () => {
    const error = jest.spyOn(log, 'error');
    const answer = await app.inject('/en/thrown');
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(error.mock.calls).toEqual([
      [{ err: expect.objectContaining({ message: 'thrown' }) }, 'an HTTP request failed'],
    ]);
  });

  it('is told to a reader in a page, in the language of its address, with the reference and the way out', async () => {
    const headers = { accept: 'text/html,*/*;q=0.8' };
    const answer = await app.inject({ url: '/kk/thrown', headers });
    expect([
      answer.statusCode,
      answer.headers['content-type'],
      answer.headers['cache-control'],
    ]).toEqual([500, 'text/html; charset=utf-8', 'no-store']);
    expect(answer.body).toContain('<html lang="kk">');
    expect(answer.body).toContain('Бет жүктелмеді');
    expect(answer.body).toMatch(/Өтініш нөмірі: [0-9a-f-]{36}/);
    expect(answer.body).toContain('rel="nofollow noreferrer">Беттен шығу</a>');
    const style = /<style>([^<]*)/.exec(answer.body)?.[1] ?? '';
    expect(answer.headers['content-security-policy']).toContain(
      `style-src 'sha256-${sha256(style)}'`,
    );
  });

  it('is told in a frame on another site too, in the language it asked for', async () => {
    const headers = { accept: 'text/html' };
    const answer = await app.inject({ url: '/embed/indicators/thrown?lang=uz', headers });
    expect(answer.body).toContain('<html lang="uz-Latn">');
    expect(answer.headers['x-frame-options']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors *');
  });

  it('is told in the language of the browser where the address is none', async () => {
    const { statusCode, body } = await app.inject({
      url: '//?thrown',
      remoteAddress: '203.0.113.6',
      headers: { accept: 'text/html', 'accept-language': 'ky' },
    });
    expect([statusCode, body.includes('<html lang="ky">')]).toEqual([500, true]);
  });

  it('for want of the database says when to come back', async () => {
    const error = jest.spyOn(log, 'error');
    const { statusCode, headers } = await app.inject('/en/away');
    expect([statusCode, headers['retry-after'], headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ]);
    expect(error).not.toHaveBeenCalled();
  });

  it('is still a page where not even the release can be read', async () => {
    const current = app.get(CurrentRelease, { strict: false });
    const gone = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    jest.spyOn(current, 'edition').mockRejectedValue(gone);
    const answer = await app.inject('/en/away');
    expect([answer.statusCode, answer.body.includes('Sorry')]).toEqual([503, true]);
  });
});

it('a page that is not stored is paid for by the network that asks for it, like a file', async () => {
  const ask = (path: string, remoteAddress: string) => app.inject({ url: path, remoteAddress });
  for (const path of ['/en?q=1', '/en?q=2', '/en?q=3'])
    expect((await ask(path, '203.0.113.7')).statusCode).toBe(500);
  const refused = await ask('/en?q=4', '203.0.113.7');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('/en?q=4', '203.0.113.8')).statusCode).toBe(500);
  const read = await app.inject({
    url: '/ru?q=4',
    remoteAddress: '203.0.113.7',
    headers: { accept: 'text/html' },
  });
  expect([read.statusCode, Number(read.headers['retry-after']) > 0]).toEqual([429, true]);
  expect(read.body).toContain(`Повторите через ${read.headers['retry-after'] ?? ''} с.`);
});

describe('a page that is not there', () => {
  const ask = async (remoteAddress: string, name: string) => {
    const answers = [];
    for (const each of [1, 2, 3, 4, 5])
      answers.push((await app.inject({ url: `/${name}${each}`, remoteAddress })).statusCode);
    return answers;
  };

  it('is made once for all addresses that lead nowhere, and costs nothing after that', async () => {
    expect(await ask('203.0.113.8', 'nowhere')).toEqual([404, 404, 404, 404, 404]);
  });

  it('says so in the frame of another site', async () => {
    const { statusCode, headers } = await app.inject('/embed/nowhere');
    expect([statusCode, headers['x-frame-options']]).toEqual([404, undefined]);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
  });

  it('is made and paid for where its address is one of a real page, but what it names is absent', async () => {
    expect(await ask('203.0.113.9', 'absent')).toEqual([404, 404, 404, 429, 429]);
  });
});
