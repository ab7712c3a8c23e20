import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { words } from '../support/words.ts';

const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const;
const wide = { width: 1440, height: 900 };
const narrow = { width: 360, height: 740 };
/** How long each page may be, in screens of that size. */
const limits = {
  '': { wide: 2, narrow: 6 },
  '/countries/KAZ': { wide: 4, narrow: 9 },
  '/countries/KGZ': { wide: 4, narrow: 9 },
  '/quality': { wide: 4, narrow: 8 },
} as const;

const screens = (page: Page, { height }: { height: number }) =>
  page.evaluate((one) => document.documentElement.scrollHeight / one, height);
const rows = (page: Page) =>
  page
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
/** The text with no-break spaces as normal ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

for (const lang of languages)
  test(`the answer and three rows of the table stand on the first screen in ${lang}, and no page is too long`, async ({
    page,
  }) => {
    for (const [path, limit] of Object.entries(limits)) {
      await page.setViewportSize(wide);
      await page.goto(`/${lang}${path}`, { waitUntil: 'load' });
      expect(await screens(page, wide)).toBeLessThanOrEqual(limit.wide);
      if (path === '') expect((await rows(page))[2]?.bottom).toBeLessThanOrEqual(wide.height);
      await page.setViewportSize(narrow);
      expect(await screens(page, narrow)).toBeLessThanOrEqual(limit.narrow);
      if (path === '') expect((await rows(page))[0]?.top).toBeLessThanOrEqual(640);
    }
  });

test('the answer is a sentence of counts, and each number leads to the steps it counts', async ({
  page,
}) => {
  await page.goto('/en');
  const answer = page.locator('h1 + p');
  expect(plain(await answer.innerText())).toBe(
    'None of them is done yet. Of 37 steps – 10 actions, 4 countries – 7 are mostly done, 4 are under way, 3 have begun and 2 have not begun; of 21 too little is known. Since the meeting in Almaty in 2022 9 moved forward and none went back.',
  );
  for (const [name, count, where] of [
    [/7.are mostly done/, 7, '?word=MOSTLY_DONE'],
    [/9.moved forward/, 9, '?moved=forward'],
  ] as const) {
    await answer.getByRole('link', { name }).click();
    await expect(page).toHaveURL(new RegExp(`/en\\${where}$`));
    await expect(page.locator('td[data-marked]')).toHaveCount(count);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(page).toHaveURL(/\/en$/);
  }
  // unknown values in the address are ignored
  await page.goto('/en?status=DELAYED&word=BEST&moved=away');
  await expect(page.locator('td[data-marked]')).toHaveCount(0);
});

test('nothing is red where nothing went back', async ({ page }) => {
  for (const path of ['', '/countries', '/countries/KAZ', '/brief/region']) {
    await page.goto(`/en${path}`);
    const red = await page.locator('main, main *').evaluateAll((all) =>
      all.flatMap((element) => {
        const { color, backgroundColor, fill } = getComputedStyle(element);
        return [color, backgroundColor, ...(element.closest('svg') ? [fill] : [])].filter((one) => {
          const [r = 0, g = 0, b = 0, alpha = 1] = (one.match(/[\d.]+/g) ?? []).map(Number);
          return alpha > 0 && r > 120 && r > 1.5 * g && r > 1.5 * b;
        });
      }),
    );
    expect(red, path).toEqual([]);
  }
});

test('an action stands in the words of the meeting, with a mark beside every word', async ({
  page,
}) => {
  await page.goto('/en');
  await expect(
    page.getByRole('rowheader').getByRole('link', { name: 'Revisit standards of crisis' }),
  ).toHaveAttribute(
    'title',
    '“Revisit existing standards on provision of services to survivors of violence by crisis centers”',
  );
  const heads = page.locator('thead th a');
  await expect(heads).toHaveText(['Kazakhstan', 'Kyrgyzstan', 'Tajikistan', 'Uzbekistan']);
  const tiles = page.locator('tbody td a:has(strong)');
  expect(await tiles.count()).toBe(22);
  for (const tile of await tiles.all()) {
    await expect(tile.locator('svg[viewBox="0 0 22 22"]')).toHaveCount(1);
    await expect(tile.locator('strong')).toHaveText(/^\d+%$/);
  }
});

test('the table can be taken along as a picture and a file', async ({ page }) => {
  await page.goto('/ru?moved=forward', { waitUntil: 'networkidle' });
  const t = words('ru');
  const bar = page.locator('[data-scorecard-bar]');
  await bar.locator('summary', { hasText: t('chart.download') }).click();
  for (const [button, start] of [
    ['SVG', '<svg'],
    [/^CSV/, 'action,title,area,as_of_year,level_word'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bar.getByRole('button', { name: button }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain('сексуальн');
  }
});
