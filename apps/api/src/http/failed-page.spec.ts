import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../create-app.ts';
import { startTestDatabase, type TestDatabase } from '../testing/database.ts';
import { log } from './log.ts';

/** A build of the web of which every page fails: most in the page itself, one in what makes pages. */
const BUILD = `
export const canonicalPath = (url) => url;
export const publicPaths = () => [];
export async function render({ url }) {
  if (url.includes('thrown')) throw new TypeError('thrown');
  return { status: 500, desk: false, transient: true, lang: 'en', state: {}, modules: [],
    html: '<html><head></head><body>Sorry</body></html>', error: new TypeError('drawn') };
}`;

let database: TestDatabase;
let app: NestFastifyApplication;
let webRoot: string;
beforeAll(async () => {
  log.level = 'silent';
  webRoot = await mkdtemp(path.join(tmpdir(), 'qadam-web-'));
  await mkdir(path.join(webRoot, 'server'), { recursive: true });
  await mkdir(path.join(webRoot, 'client/.vite'), { recursive: true });
  await mkdir(path.join(webRoot, 'client/assets'), { recursive: true });
  await writeFile(path.join(webRoot, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(webRoot, 'server/entry-server.js'), BUILD);
  await writeFile(path.join(webRoot, 'client/.vite/manifest.json'), '{}');
  await writeFile(path.join(webRoot, 'client/assets/color-scheme.js'), '');
  database = await startTestDatabase();
  const settings = {
    demo: true,
    production: false,
    publicOrigin: 'http://localhost:3000',
    sessionSecret: 'x',
    sendsMail: false,
    contact: null,
    readsPerMinute: 0,
    reportingOrganisation: null,
  };
  app = await createApp({ databaseUrl: database.url, settings, webRoot });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await app.close();
  await database.stop();
  await rm(webRoot, { recursive: true });
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
});
