import { expect, test, type APIRequestContext } from '@playwright/test';
import {
  expectCitizen,
  fileOf,
  inkOf,
  openItem,
  reportedIn,
  reportedInTable,
} from '../support/chart.ts';
import { expectNoViolations, schemes } from '../support/axe.ts';
import { widths } from '../support/public-pages.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

const pages = [
  '/indicators/A4.2',
  '/indicators/A1.1',
  '/indicators/A2.6',
  '/indicators/A5.6',
  '/actions/A4',
  '/actions/A7',
  '/compare?i=A4.2~A1.1',
  '/brief/region',
] as const;

const asked = `query ($code: ID!) { indicator(code: $code, lang: en) { series { area values { year value } } } }`;

interface Answer {
  data: {
    indicator: { series: { area: string; values: { year: number; value: string | null }[] }[] };
  };
}

async function answerOf(request: APIRequestContext, code: string) {
  const response = await request.post('/graphql', {
    data: { query: asked, variables: { code } },
  });
  const { series } = ((await response.json()) as Answer).data.indicator;
  return {
    areas: series.map(({ area }) => area),
    reported: series
      .flatMap(({ area, values }) =>
        values.flatMap(({ year, value }) => (value === null ? [] : [`${area} ${year} ${value}`])),
      )
      .sort(),
  };
}

for (const path of pages) {
  test(`every chart of ${path} is a citizen`, async ({ page, request, baseURL }) => {
    test.setTimeout(120_000);
    const { problems } = watch(page, baseURL ?? '');
    await page.goto(`/en${path}`, { waitUntil: 'networkidle' });
    const cards = page.locator('figure[data-chart]');
    expect(await cards.count()).toBeGreaterThan(0);
    for (const card of await cards.all()) {
      const code = (await card.getAttribute('data-chart')) ?? '';
      await test.step(code, async () => {
        await expectCitizen(card);
        const answer = await answerOf(request, code);
        const csv = (await fileOf(page, card, /^CSV/)).toString('utf8');
        expect(reportedIn(csv)).toEqual(answer.reported);
        expect(await reportedInTable(card, answer.areas)).toEqual(answer.reported);
      });
    }
    expect(problems).toEqual([]);
  });
}

test('an indicator as bars and on the way to its target: table, file, picture and sentence follow', async ({
  page,
  request,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/indicators/A4.2?tab=bars', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  await expectCitizen(card);
  const { areas } = await answerOf(request, 'A4.2');
  const newest = ['KAZ 2015 7', 'KGZ 2023 9.2', 'TJK 2017 8.7', 'UZB 2006 7.2'];
  expect(await reportedInTable(card, areas)).toEqual(newest);
  expect(reportedIn((await fileOf(page, card, /^CSV: what/)).toString('utf8'))).toEqual(newest);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
    await page.emulateMedia(schemes.dark);
    await expectNoViolations(page, 'colours');
    await page.emulateMedia(schemes.light);
  }
  await card.getByRole('link', { name: '% of the way to the target' }).click();
  await expect(page).toHaveURL(/\?tab=bars&scale=progress$/);
  const shares = ['KAZ 2015 0', 'KGZ 2023 28.68', 'TJK 2017 0'];
  expect(await reportedInTable(card, areas)).toEqual(shares);
  expect(reportedIn((await fileOf(page, card, /^CSV: what/)).toString('utf8'))).toEqual(shares);
  const svg = (await fileOf(page, card, 'SVG')).toString('utf8');
  for (const part of ['% of the way to the target', 'Kyrgyzstan 29% (2023; 42% was due)', '28.7%'])
    expect(svg).toContain(part);
  expect(problems).toEqual([]);
});

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
  const link = await (await openItem(card, 'Link')).locator('textarea').inputValue();
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
  for (const part of ['@font-face', 'Source: ', '/en/indicators/A4.2?release=', 'Delayed:'])
    expect(svg).toContain(part);
  const png = await inkOf(page, await fileOf(page, card, 'PNG'));
  expect(png.width).toBeGreaterThan(1200);
  expect(png.title).toBeGreaterThan(2000);
  expect(png.whole).toBeGreaterThan(png.title * 1.5);

  await page.goto('/kk/indicators/A4.2', { waitUntil: 'networkidle' });
  const kazakh = page.locator('figure[data-chart]');
  await kazakh.locator('[data-chart-bar] > details').nth(1).locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    kazakh.getByRole('button', { name: 'SVG' }).click(),
  ]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const piece of stream) text += String(piece);
  // the part of the typeface with Қ and ғ, which stands apart from the Russian letters
  expect(text).toContain('Қазақстан');
  expect(text).toMatch(/unicode-range:\s*U\+460/i);
});

test('a number leads to its receipt by pointer, key and address', async ({ page }) => {
  await page.goto('/en/indicators/A4.2', { waitUntil: 'networkidle' });
  const number = page.getByRole('table').first().getByRole('link', { name: '9.2%' });
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

test('the scorecard leaves as a picture, a file, a link and a citation', async ({ page }) => {
  await page.goto('/en?sort=known', { waitUntil: 'networkidle' });
  const bar = page.locator('[data-scorecard-bar]');
  await bar.locator('summary', { hasText: 'Link' }).click();
  await expect(bar.getByLabel(/^This view in this release/)).toHaveValue(/sort=known&release=/);
  await bar.locator('summary', { hasText: 'Download' }).click();
  for (const [button, start] of [
    ['SVG', '<svg'],
    [/^CSV: what/, 'action,title,area,as_of_year,status'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bar.getByRole('button', { name: button }).click(),
    ]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const piece of stream) text += String(piece);
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain('Define sexual harassment');
  }
});

test('on paper a chart keeps its table and address and loses what only works on a screen', async ({
  page,
}) => {
  await page.goto('/en/indicators/A4.2', { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  const card = page.locator('figure[data-chart]');
  await expect(card.getByRole('table')).toBeVisible();
  await expect(card.getByText(/\/en\/indicators\/A4\.2\?release=/).last()).toBeVisible();
  await expect(card.locator('summary', { hasText: 'Download' })).toBeHidden();
  await expect(card.getByRole('checkbox').first()).toBeHidden();
});
