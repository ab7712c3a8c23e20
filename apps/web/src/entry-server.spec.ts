import { describe, expect, it } from '@jest/globals';
import { lazyPage } from './app/lazy-page.ts';
import { render, storedPath } from './entry-server.tsx';
import { publicApi } from './testing/public-api.ts';
import { scorecard } from './testing/scorecard.fixture.ts';

const execute = publicApi({
  scorecard,
  action: null,
  country: null,
  indicator: null,
  changes: null,
  releases: [{ annual: false, ...scorecard.release }],
  sources: [
    {
      source: {
        id: 's1',
        title: 'Yearbook',
        publisher: 'A statistical office',
        year: 2024,
        url: null,
        licence: 'CC BY 4.0',
        kind: 'DATASET',
      },
      indicators: ['A5.6'],
    },
  ],
});
const bodyOf = (html: string) => html.slice(html.indexOf('<body'));
const get = (url: string, answer: typeof execute = execute) =>
  render({
    url,
    origin: 'https://qadam.test',
    demo: true,
    contact: 'office@qadam.test',
    help: false,
    execute: answer,
  });

describe('public pages as HTML', () => {
  it('arrive as a document with language, title, description and every language version', async () => {
    const page = await get('/en');
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/^<!doctype html><html lang="en"/);
    expect(page.html).toContain('<title>Qadam: priority actions');
    expect(page.html).toMatch(/<meta name="description" content="[^"]{40}/);
    expect(page.html).toContain('rel="canonical" href="https://qadam.test/en"');
    for (const tag of ['en', 'ru', 'kk', 'ky', 'tg', 'uz-Latn', 'x-default']) {
      expect(page.html).toContain(`hrefLang="${tag}"`);
    }
  });

  it.each([
    ['/en/countries/kgz?year=2024', '/en/countries/KGZ?year=2024'],
    ['/ru/indicators/a4.2', '/ru/indicators/A4.2'],
    ['/kk/actions/a5', '/kk/actions/A5'],
    ['/en/brief/tjk', '/en/brief/TJK'],
    ['/en/brief/Region', '/en/brief/region'],
    ['/tg/brief/REGION', '/tg/brief/region'],
    ['/embed/indicators/a4.2?lang=ru', '/embed/indicators/A4.2?lang=ru'],
  ])('at %s, with letters of the other size, lead to %s', async (url, to) => {
    expect(await get(url)).toMatchObject({ status: 302, redirect: to });
  });

  it.each(['/en/brief/region', '/en/countries/XXX', '/en/countries/%D0%B0', '/en/about/methods'])(
    'at %s lead nowhere else',
    async (url) => {
      expect((await get(url)).redirect).toBeUndefined();
    },
  );

  it('hold the table itself, without any script of their own', async () => {
    const page = await get('/ru');
    expect(page.html).toContain('Проект (пресса, 2024)');
    expect(page.html).not.toMatch(/<script|<div hidden/);
    expect(JSON.stringify(page.answers)).toContain('"percent":40');
  });

  it('name the language of a text that fell back', async () => {
    const page = await get('/kk');
    expect(page.html).toContain('<html lang="kk"');
    expect(page.html).toContain('<span lang="ru">Выделить');
  });

  it('keep languages apart when many are rendered at once', async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, i) => get(i % 2 ? '/ru' : '/en')),
    );
    const titles = pages.map(({ html }) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]);
    expect(titles).toEqual(
      titles.map((_, i) =>
        i % 2
          ? 'Выполняются ли приоритетные действия?'
          : 'Are the priority actions being carried out?',
      ),
    );
  });

  it('say what the one cookie is for, who may be written to, and what is done for accessibility', async () => {
    const privacy = await get('/en/about/privacy');
    expect(privacy.status).toBe(200);
    expect(privacy.html).toContain('<title>Privacy and cookies · Qadam</title>');
    expect(privacy.html).toContain('__Host-qadam');
    expect(privacy.html).toContain('href="mailto:office@qadam.test"');
    const statement = await get('/ru/about/accessibility');
    expect(statement.html).toContain('26 ноября 2026');
    expect(statement.modules).toContain('../../libs/i18n/src/catalogs/ru/about.json');
  });

  it('name the licence of every source and the indicators that use it', async () => {
    const { status, html } = await get('/en/about/licences');
    expect(status).toBe(200);
    expect(html).toContain('CC BY 4.0</span></strong>');
    expect(html).toContain('1 source');
    expect(html).toMatch(/href="\/en\/indicators\/A5\.6"/);
  });

  it('carry links to these pages at their foot, wherever one reads', async () => {
    for (const url of ['/en', '/en/nothing', '/en/report']) {
      const { html } = await get(url);
      for (const page of ['privacy', 'accessibility', 'licences'])
        expect(html).toContain(`href="/en/about/${page}"`);
    }
  });

  it.each([
    '/xx',
    '/en/nothing/about',
    '/en/nothing',
    '/en/actions/A99',
    '/ru/countries/XXX',
    '/en/changes?from=1999.1',
  ])('answer %s with 404, a title that says so and links that lead on', async (url) => {
    const page = await get(url);
    expect(page.status).toBe(404);
    const [, said] = /<h1[^>]*>([^<]*)/.exec(page.html) ?? [];
    expect(page.html).toContain(`<title>${String(said)} · Qadam</title>`);
    expect(page.html).not.toContain('og:image');
    expect(page.html).toMatch(/href="\/(en|ru)\/countries"/);
  });

  it.each([
    ['/wp-login.php', '/404'],
    ['/xx/actions/A1', '/404'],
    ['/embed', '/404'],
    ['/embed/nothing', '/404'],
    ['/embed/countries', '/404'],
    ['/embed/actions/A1', '/404'],
    ['/embed/report', '/404'],
    ['/en/nothing/about', '/en/404'],
    ['/ru/nothing?q=1', '/ru/404'],
    ['/kk/actions/A1/more', '/kk/404'],
    ['/en/admin/nothing', '/en/404'],
    ['/en/brief/KGZ/more', '/en/404'],
    ['/embed/indicators/A1.1/more', '/404'],
  ])('are one where no route answers: %s', async (url, stored) => {
    expect(storedPath(url)).toBe(stored);
    const [asked, one] = await Promise.all([get(url), get(stored)]);
    expect(bodyOf(asked.html)).toBe(bodyOf(one.html));
    expect(one).toMatchObject({ status: 404, desk: false, transient: false });
  });

  it('are stored under their own address where a route answers', () => {
    for (const path of [
      '/en',
      '/en/actions/A1',
      '/en/report/KGZ/2025',
      '/ru/about/methods',
      '/en/countries/XXX',
    ])
      expect(storedPath(path)).toBe(path);
    expect(storedPath('/embed/indicators/A1.1?x=1&lang=kk')).toBe('/embed/indicators/A1.1?lang=kk');
  });

  it('call code that does not come a fault, not a lack of connection', async () => {
    const Page = lazyPage(() => Promise.reject(new Error('no such module')));
    await Page.preload?.();
    expect(() => (Page as () => unknown)()).toThrow('no such module');
  });

  it('answer a failure with 500 and tell nobody why', async () => {
    const page = await get('/en', () => Promise.reject(new Error('secret table')));
    expect(page.status).toBe(500);
    expect(page.html).not.toContain('secret');
    expect(String(page.error)).toContain('secret');
  });

  it('answer 503 where the database is away: another try makes sense', async () => {
    const page = await get('/en', () =>
      Promise.resolve({ errors: [{ message: 'x', extensions: { code: 'UNAVAILABLE' } }] }),
    );
    expect(page.status).toBe(503);
  });

  it('give the reference of a failed request, so that it can be found in the log', async () => {
    const page = await get('/en', () =>
      Promise.resolve({
        errors: [{ message: 'x', extensions: { code: 'INTERNAL', requestId: 'r-17' } }],
      }),
    );
    expect(page.html).toContain('Reference: r-17');
  });
});

describe('signed-in pages as HTML', () => {
  it('are a frame without data, kept out of search engines', async () => {
    const page = await get('/ru/report');
    expect(page).toMatchObject({ status: 200, desk: true, answers: {} });
    expect(page.html).toContain('noindex');
    expect(page.html).toContain('<noscript>');
  });
});
