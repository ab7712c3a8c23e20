import { expect, test } from '@playwright/test';
import { expectNoViolations, schemes } from '../support/axe.ts';
import {
  fileOf,
  inkOf,
  openItem,
  reportedIn,
  reportedInTable,
  sharesIn,
} from '../support/chart.ts';
import { expectOnPaper, points } from '../support/chart-contract.ts';
import { publishedFigures, narrowed } from '../support/published-figures.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';
import { words } from '../support/words.ts';

/** Every kind of page with charts, in different languages. `areas`: the only areas that the page shows. */
const pages: readonly { path: string; lang: string; areas?: string[]; framed?: true }[] = [
  { path: '/en/indicators/A4.2', lang: 'en' },
  { path: '/ru/indicators/A1.6', lang: 'ru' },
  { path: '/kk/indicators/A2.6', lang: 'kk' },
  { path: '/tg/indicators/A5.6?tab=multiples', lang: 'tg' },
  { path: '/ky/indicators/A4.3?c=KAZ~KGZ', lang: 'ky', areas: ['KAZ', 'KGZ'] },
  { path: '/en/compare?i=A4.2~A1.1', lang: 'en' },
  { path: '/kk/brief/region', lang: 'kk' },
  { path: '/uz/brief/KGZ', lang: 'uz', areas: ['KGZ', 'CA4'] },
  { path: '/embed/indicators/A4.2?lang=ru&c=KGZ', lang: 'ru', areas: ['KGZ'], framed: true },
];

for (const { path, lang, areas, framed = false } of pages) {
  test(`every chart of ${path} has all that a chart has to offer`, async ({
    page,
    request,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const { problems } = watch(page, baseURL ?? '');
    const t = words(lang);
    await page.goto(path, { waitUntil: 'networkidle' });
    const cards = page.locator('figure[data-chart]');
    expect(await cards.count()).toBeGreaterThan(0);
    for (const card of await cards.all()) {
      const code = (await card.getAttribute('data-chart')) ?? '';
      const known = narrowed(await publishedFigures(request, code, lang), areas);
      // waits for the script of the chart, which draws all countries
      await expect(card.locator('[data-drawing] svg:has(title)').first()).toBeVisible();
      for (const [point, holds] of points)
        await test.step(`${code}: ${point}`, () =>
          holds({ page, card, known, request, t, framed }));
    }
    if (!framed) await test.step('12 on paper', () => expectOnPaper(page, t));
    expect(problems).toEqual([]);
  });
}

test('in every view and on both scales table, file and API hold the same; picture and sentence follow', async ({
  page,
  request,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/indicators/A4.2?tab=bars', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  const known = await publishedFigures(request, 'A4.2', 'en');
  const ofAnyView = /^(1|2|3|5|9|10|11) /;
  for (const [point, holds] of points.filter(([name]) => ofAnyView.test(name)))
    await test.step(point, () => holds({ page, card, known, request, t: words('en') }));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
    await page.emulateMedia(schemes.dark);
    await expectNoViolations(page, 'colours');
    await page.emulateMedia(schemes.light);
  }
  await page.setViewportSize({ width: widths[0], height: 900 });
  for (const [tab, said] of [
    ['Line', known.reported],
    ['Each country', known.reported],
    ['Table', known.reported],
    ['Bars', newestOf(known.reported)],
    ['Way to the target', known.shares],
  ] as const)
    await test.step(tab, async () => {
      const link = card.getByRole('link', { name: tab, exact: true });
      await link.click();
      await expect(link).toHaveAttribute('aria-current');
      const drawn = known.areas.map(({ code }) => code).filter((code) => hasAny(said, code));
      expect(said.length).toBeGreaterThan(2);
      expect(await reportedInTable(card, drawn)).toEqual(said);
      const file = await fileOf(page, card, /^CSV: what/);
      expect(reportedIn(file.toString('utf8'))).toEqual(said);
    });
  await expect(page).toHaveURL(/\?scale=progress$/);
  const svg = (await fileOf(page, card, 'SVG')).toString('utf8');
  for (const part of ['% of the way to the target', 'Kyrgyzstan 29% (2023; 42% was due)', '28.7%'])
    expect(svg).toContain(part);
  await test.step('beside other indicators', async () => {
    await page.getByRole('link', { name: 'Compare with other indicators' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible();
    await page.getByRole('link', { name: '% of the way to the target' }).first().click();
    await expect(page).toHaveURL(/\/compare\?i=A4\.2&scale=progress$/);
    expect(await reportedInTable(card, ['KAZ', 'KGZ', 'TJK'])).toEqual(known.shares);
    const file = await fileOf(page, card, /^CSV: what/);
    expect(sharesIn(file.toString('utf8'))).toEqual(known.shares);
  });
  expect(problems).toEqual([]);
});

const hasAny = (said: readonly string[], area: string) => said.some((one) => one.startsWith(area));

/** The newest figure of each area: of "KGZ 2018 12.9" and "KGZ 2023 9.2" the latter. */
const newestOf = (said: readonly string[]): string[] =>
  said.filter((one, i) => said[i + 1]?.slice(0, 3) !== one.slice(0, 3));

test('the link of a chart shows the same again, to the pixel, in whatever order an address asks', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/indicators/A1.6?show=target&t=2010..2030&c=KAZ~KGZ', {
    waitUntil: 'networkidle',
  });
  const card = page.locator('figure[data-chart]');
  const drawing = card.locator('svg').filter({ has: page.locator('desc') });
  const first = await drawing.screenshot();
  const link = await (await openItem(card, 'share')).getByRole('textbox').first().innerText();
  const path = link.replace(/^https?:\/\/[^/]+/, '');
  expect(path).toContain('release=');
  await page.goto(path, { waitUntil: 'networkidle' });
  expect((await drawing.screenshot()).equals(first)).toBe(true);
  expect(problems).toEqual([]);
});

test('pictures carry title, source, address and typeface; Kazakh letters are no boxes', async ({
  page,
}) => {
  await page.goto('/en/indicators/A4.2', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  const svg = (await fileOf(page, card, 'SVG')).toString('utf8');
  for (const part of [
    '@font-face',
    'Source: ',
    '/en/indicators/A4.2?release=',
    'it fell from 12.9% in 2018',
    '2019–2022: not reported',
  ])
    expect(svg).toContain(part);
  const png = await inkOf(page, await fileOf(page, card, 'PNG'));
  expect(png.width).toBeGreaterThan(1200);
  expect(png.title).toBeGreaterThan(2000);
  expect(png.whole).toBeGreaterThan(png.title * 1.5);

  await page.goto('/kk/indicators/A4.2', { waitUntil: 'networkidle' });
  const kazakh = page.locator('figure[data-chart]');
  const files = await openItem(kazakh, 'download');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: 'SVG' }).click(),
  ]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const piece of stream) text += String(piece);
  // the part of the typeface with Қ and ғ is not the one with the Russian letters
  expect(text).toContain('Қазақстан');
  expect(text).toMatch(/unicode-range:\s*U\+460/i);
});

test('a number leads to its receipt by pointer, key and address', async ({ page }) => {
  await page.goto('/en/indicators/A4.2', { waitUntil: 'networkidle' });
  const numbers = await openItem(page.locator('figure[data-chart]'), 'table');
  const number = numbers.getByRole('link', { name: '9.2%' });
  await number.focus();
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('dialog', { name: /Kyrgyzstan, 2023: 9\.2%/ });
  await expect(receipt).toBeVisible();
  await expect(receipt).toContainText('National Statistical Committee');
  await expect(page).toHaveURL(/receipt=KGZ\.2023/);
  await page.keyboard.press('Escape');
  await expect(receipt).toBeHidden();
  await expect(number).toBeFocused();
  await page.goto('/en/indicators/A4.2?receipt=KGZ.2023');
  await expect(receipt).toBeVisible();
});

test('other sites may frame a chart, which sets no cookie, and nothing else', async ({
  page,
  request,
}) => {
  const frame = await request.get('/embed/indicators/A4.2?lang=ru&c=KGZ');
  expect(frame.headers()['content-security-policy']).toContain('frame-ancestors *');
  expect(frame.headers()['x-frame-options']).toBeUndefined();
  expect(frame.headers()['set-cookie']).toBeUndefined();
  const whole = await request.get('/en/indicators/A4.2');
  expect(whole.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect((await request.get('/embed/indicators/Z9.9')).status()).toBe(404);
  await page.goto('/embed/indicators/A4.2?lang=ru&c=KGZ', { waitUntil: 'networkidle' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.locator('header')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveText(['Открыть в Qadam']);
  expect(await page.context().cookies()).toEqual([]);
});
