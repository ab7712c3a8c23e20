import { expect, test } from '@playwright/test';
import {
  expectNoViolations,
  expectNoViolationsIn,
  schemes,
  schemesOf,
  unfoldAll,
} from '../support/axe.ts';
import { expectAccessibilityTree, oddLines } from '../support/accessibility-tree.ts';
import { publicPages, widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

for (const language of ['en', 'ru', 'kk'] as const) {
  test(`a visitor reads every public page in ${language}, wide, narrow and enlarged to 400 %, in light, dark and forced colours, and axe finds nothing wrong; no page sets a cookie`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(600_000);
    for (const path of publicPages) {
      await test.step(`/${language}${path}`, async () => {
        const { problems } = watch(page, baseURL ?? '');
        await page.setViewportSize({ width: widths[0], height: 900 });
        await page.emulateMedia(schemes.light);
        const response = await page.goto(`/${language}${path}`, { waitUntil: 'networkidle' });
        expect(response?.status()).toBe(200);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        if (language === 'en') await expectAccessibilityTree(page, path);
        expect(await oddLines(page)).toEqual([]);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          // folded parts stay closed on the wide screen, and are opened on the narrow one
          if (width !== widths[0]) await unfoldAll(page);
          await expectNoSidewaysScroll(page);
          await expectNoViolationsIn(page, schemesOf(language, width));
        }
        // 1280 × 1024 at a zoom of 400 %
        await page.setViewportSize({ width: 320, height: 256 });
        await expectNoSidewaysScroll(page);
        expect(problems).toEqual([]);
        page.removeAllListeners();
      });
    }
    expect(await context.cookies()).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor reads and walks the public pages', async ({ page }) => {
    await page.goto('/en');
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await page.locator('a[href="/en/actions/A5"]').first().click();
    await expect(page).toHaveURL(/\/en\/actions\/A5$/);
    await expect(page.locator('h1')).toBeVisible();
    await page.goto('/en/indicators/A4.2');
    await expect(page.getByRole('table').first()).toContainText('2018');
  });
});

test('a page opened without a connection says so where it stands, and comes when the connection is back', async ({
  page,
  context,
}) => {
  await page.goto('/en/countries', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await page.locator('header a[href="/en/compare"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('There is no connection');
  await expect(page).toHaveURL(/\/en\/compare$/);
  await expectNoViolations(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('h1')).toHaveText('Compare');
});

test('an unknown page, action, indicator, country and release answer 404', async ({ request }) => {
  for (const path of [
    '/en/nothing',
    '/xx',
    '/en/actions/A99',
    '/en/indicators/Z9.9',
    '/en/countries/XXX',
    '/en/releases/1999.1',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('the sitemap lists pages that exist, in every language, and no desk; the search finds each of the site', async ({
  request,
}) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const pages = [...xml.matchAll(/<loc>[^<]*?(\/(?:en|tg)(?:\/[^<]*)?)<\/loc>/g)].map(
    ([, p = '']) => p,
  );
  expect(pages).toEqual(
    expect.arrayContaining(['/tg/about/privacy', '/tg/about', '/tg/indicators']),
  );
  expect(pages.filter((page) => /^\/\w\w\/(sign-in|report|admin)/.test(page))).toEqual([]);
  const english = pages.filter((path) => path.startsWith('/en'));
  for (const page of english) expect((await request.get(page)).status(), page).toBe(200);

  // the description of every page has a word that begins with "a"
  const query = '{ search(q: "a", lang: en) { kind code } }';
  const { data } = await (await request.post('/graphql', { data: { query } })).json();
  const found = (data.search as { kind: string; code: string }[])
    .filter(({ kind }) => kind === 'PAGE')
    .map(({ code }) => `/en/${code}`);
  const ofReleases = /^\/en(\/search|\/(actions|indicators|countries|brief|releases)\/.+)?$/;
  expect(found.sort()).toEqual(english.filter((path) => !ofReleases.test(path)).sort());
});

test('the start page chooses the language the browser asks for, else Russian', async ({
  request,
}) => {
  const ask = async (language: string) => {
    const response = await request.get('/', {
      headers: { 'accept-language': language },
      maxRedirects: 0,
    });
    expect(response.status()).toBe(302);
    return response.headers()['location'];
  };
  expect(await ask('en-GB,en;q=0.9')).toBe('/en');
  expect(await ask('kk')).toBe('/kk');
  expect(await ask('de')).toBe('/ru');
});

test('light or dark is the system’s until a reader chooses, and stays chosen without a flash', async ({
  page,
}) => {
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en');
  expect(await scheme()).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(scheme).toBe('light');
  await page.getByTitle('Colours').click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect.poll(scheme).toBe('dark');
  // the scheme is set even if the application itself does not run
  await page.route('**/assets/*.js', (route) =>
    route.request().url().includes('color-scheme') ? route.continue() : route.abort(),
  );
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await scheme()).toBe('dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(18, 25, 31)');
});

test('a page without a chart loads no drawing library, and a second visit costs next to nothing', async ({
  page,
}) => {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const addresses = new Map<string, string>();
  const loads: { url: string; bytes: number }[] = [];
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    addresses.set(requestId, request.url);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loads.push({ url: addresses.get(requestId) ?? '', bytes: encodedDataLength });
  });
  const weigh = (what: RegExp) =>
    loads.filter(({ url }) => what.test(url)).reduce((sum, { bytes }) => sum + bytes, 0);
  /** Scripts with the drawing library, found by a class that it writes, because the names of chunks change with the build. */
  const drawings = async () => {
    const scripts = loads.map(({ url }) => url).filter((url) => url.endsWith('.js'));
    const texts = await Promise.all(
      scripts.map(async (url) => (await page.request.get(url)).text()),
    );
    return scripts.filter((_, i) => texts[i]?.includes('recharts-surface'));
  };

  // begins on a page that needs other files than the table
  await page.goto('/kk/releases', { waitUntil: 'networkidle' });
  await page.locator('header a[href="/kk"]').first().click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  expect(loads.length).toBeGreaterThan(5);
  expect(await drawings()).toEqual([]);
  await expect.poll(() => weigh(/\/graphql/)).toBeGreaterThan(0);
  expect(weigh(/\/graphql/)).toBeLessThanOrEqual(20_000);

  await page.goto('/kk', { waitUntil: 'networkidle' });
  loads.length = 0;
  await page.goto('/kk', { waitUntil: 'networkidle' });
  expect(loads.length).toBeGreaterThan(5);
  expect(weigh(/./)).toBeLessThanOrEqual(15_000);

  await page.goto('/kk/indicators/A4.2', { waitUntil: 'networkidle' });
  await expect.poll(drawings).toHaveLength(1);
});
