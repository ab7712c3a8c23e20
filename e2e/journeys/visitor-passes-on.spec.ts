import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { watch } from '../support/watch.ts';

/** The content of a meta tag, which messengers read. */
const tagOf = (html: string, name: string): string =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('every kind of page has a picture for messengers, in its language and as large as they expect', async ({
  request,
}) => {
  const seen = new Set<string>();
  for (const path of ['/en', '/ru', '/kk/indicators/A4.2', '/tg/actions/A4', '/uz/about']) {
    const html = await (await request.get(path)).text();
    const { pathname, search } = new URL(tagOf(html, 'og:image'));
    expect(tagOf(html, 'og:image:alt').length, path).toBeGreaterThan(20);
    const answer = await request.get(pathname + search);
    expect([answer.status(), answer.headers()['content-type']], path).toEqual([200, 'image/png']);
    const png = await answer.body();
    expect(sizeOf(png), path).toEqual([1200, 630]);
    expect(png.length, path).toBeLessThan(300_000);
    seen.add(png.toString('base64'));
  }
  expect(seen.size).toBe(5);
  expect((await request.get('/previews/en/sign-in.png')).status()).toBe(404);
});

test('pages with figures describe themselves to search engines for data, and no policy is broken', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  for (const [path, type] of [
    ['/en', 'DataCatalog'],
    ['/ru/data', 'DataCatalog'],
    ['/en/actions/A4', 'Dataset'],
    ['/en/indicators/A4.2', 'Dataset'],
    ['/en/releases/2026.1', 'Dataset'],
  ] as const) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const said = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(said, path).toHaveLength(1);
    expect(JSON.parse(said[0] ?? ''), path).toMatchObject({
      '@context': 'https://schema.org',
      '@type': type,
      isAccessibleForFree: true,
      license: expect.stringContaining('creativecommons.org'),
    });
  }
  expect(problems).toEqual([]);
});

test('a page is passed on beside its button, and nothing is asked of others before that', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/actions/A4', { waitUntil: 'networkidle' });
  const share = page.locator('[data-cite-page] summary', { hasText: 'Share' });
  await share.click();
  const telegram = page.locator('[data-cite-page]').getByRole('link', { name: 'Telegram' });
  await expect(telegram).toBeVisible();
  const [button, panel] = await Promise.all([share.boundingBox(), telegram.boundingBox()]);
  expect(panel?.y ?? 0).not.toBeCloseTo(button?.y ?? 0, -1);
  const url = new URL((await telegram.getAttribute('href')) ?? '').searchParams.get('url') ?? '';
  expect(new URL(url).pathname).toBe('/en/actions/A4');
  await page.keyboard.press('Escape');
  await expect(telegram).toBeHidden();
  expect(problems).toEqual([]);
});

test('a browser finds the mark of the site and its name in the reader’s language', async ({
  page,
  request,
}) => {
  await page.goto('/kk');
  const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
  const { lang, start_url, icons } = await (await request.get(manifest ?? '')).json();
  expect([lang, start_url]).toEqual(['kk', '/kk']);
  for (const { src } of icons as { src: string }[])
    expect((await request.get(src)).status(), src).toBe(200);
  expect((await request.get('/favicon.ico')).status()).toBe(200);
});

test('a reader comes from a number to a form, and is told what becomes of their words', async ({
  page,
}) => {
  await page.goto('/en/indicators/A4.2?receipt=KGZ.2023', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Report an error about this number' }).click();
  await expect(page.locator('h1')).toHaveText('Report an error');
  await expect(page.locator('main')).toContainText('indicators/A4.2?receipt=KGZ.2023');
  await expectNoViolations(page);
  await page.getByRole('textbox', { name: /What is wrong/ }).fill('The report says 9.3.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();
});

test('who has no JavaScript reports and subscribes all the same', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  await page.goto('/ru/about/news');
  await page.getByRole('textbox', { name: /Электронный адрес/ }).fill('reader@mail.example');
  await page.getByRole('button', { name: 'Подписаться' }).click();
  await expect(page).toHaveURL(/\/ru\/about\/news\?said=sent$/);
  await expect(page.locator('main')).toContainText('проверьте почту');
  await page.close();
});

test('news are asked for without an account; a link that is not ours confirms nothing', async ({
  page,
}) => {
  await page.goto('/en', { waitUntil: 'networkidle' });
  await page.getByRole('contentinfo').getByRole('link', { name: 'News by e-mail' }).click();
  await expect(page.locator('main h1')).toHaveText('News by e-mail');
  await page.getByRole('combobox').selectOption('KGZ');
  await page.getByRole('textbox', { name: /E-mail/ }).fill('reader2@mail.example');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Ask for the e-mails' }).click();
  await expect(page.locator('main')).toContainText('look into your mailbox');
  await page.goto('/en/about/news/confirm?token=abc.def', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the list of all indicators marks those without values, and leads to each', async ({
  page,
}) => {
  await page.goto('/en/indicators', { waitUntil: 'networkidle' });
  const silent = page.locator('main li[data-known=false]').first();
  await expect(silent).toContainText('no values yet');
  await silent.getByRole('link').click();
  await expect(page.locator('main h1')).toBeVisible();
});
