import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { publicExecutor } from '../graphql/execute-public.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { registerSitemap } from './sitemap.ts';

describe('the sitemap', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 120_000);
  afterAll(() => test.stop());

  it('names every page that stands in a release in six languages, from the released codes only', async () => {
    const server = fastify();
    registerSitemap(server, {
      origin: 'https://qadam.test',
      paths: [
        '',
        '/actions/$code',
        '/indicators/$code',
        '/countries/$iso3',
        '/releases/$number',
        '/x/$y',
        '/help',
      ],
      execute: publicExecutor(test.app),
      currentRelease: () => Promise.resolve('2026.2'),
    });
    const answer = await server.inject('/sitemap.xml');
    const pages = [...answer.body.matchAll(/<loc>https:\/\/qadam\.test([^<]*)<\/loc>/g)].map(
      ([, page = '']) => page,
    );
    expect(new Set(pages).size).toBe(pages.length);
    const english = pages.filter((page) => page.startsWith('/en'));
    expect(english).toEqual(
      expect.arrayContaining(['/en', '/en/actions/F3', '/en/releases/2026.1']),
    );
    expect(english.filter((page) => page.includes('/countries/'))).toEqual(
      ['KAZ', 'KGZ', 'TJK', 'UZB'].map((iso3) => `/en/countries/${iso3}`),
    );
    expect(pages.filter((page) => page.includes('$'))).toEqual([]);
    // that page lists nothing, so it is left out
    expect(pages).not.toContain('/en/help');
    expect(pages).toHaveLength(6 * english.length);
    expect(answer.body).toContain('hreflang="uz-Latn" href="https://qadam.test/uz/actions/A1"');
    await server.close();
  });

  it('is not kept without its codes where they could not be read', async () => {
    const server = fastify();
    const answers: object[] = [{ errors: [{ message: 'away' }] }, { data: { releases: [] } }];
    registerSitemap(server, {
      origin: 'https://qadam.test',
      paths: [''],
      execute: () => Promise.resolve(answers.shift() ?? {}),
      currentRelease: () => Promise.resolve('2026.2'),
    });
    expect((await server.inject('/sitemap.xml')).statusCode).not.toBe(200);
    expect((await server.inject('/sitemap.xml')).body).toContain('https://qadam.test/en<');
    await server.close();
  });
});
