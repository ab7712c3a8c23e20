import { expect, test } from '@playwright/test';
import { expectNoViolations, schemes } from '../support/axe.ts';
import { fileOf, openItem } from '../support/chart.ts';
import { expectNoSidewaysScroll, watch } from '../support/watch.ts';

const screens = [
  { width: 1440, height: 900, most: 3 },
  { width: 360, height: 740, most: 7 },
];
const several = ['A4.2', 'A1.6', 'A5.8', 'A2.3'];

for (const [lang, codes] of [
  ['en', several],
  ['ru', several],
  ['kk', ['A4.2']],
  ['ky', ['A4.2']],
  ['tg', ['A4.2']],
  ['uz', ['A4.2']],
] as const)
  test(`the chart is the page, wide and narrow, in ${lang}`, async ({ page, baseURL }) => {
    const { problems } = watch(page, baseURL ?? '');
    for (const code of codes)
      await test.step(code, async () => {
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(`/${lang}/indicators/${code}`, { waitUntil: 'networkidle' });
        for (const { width, height, most } of screens) {
          await page.setViewportSize({ width, height });
          const screensLong = () =>
            page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
          await expect.poll(screensLong).toBeLessThanOrEqual(most);
          await expectNoSidewaysScroll(page);
          const drawing = page.locator('[data-drawing]');
          // A2.3 has no values, so there is no drawing
          if (code === 'A2.3') {
            await expect(drawing).toHaveCount(0);
            continue;
          }
          // the whole drawing is on the first screen, on a phone its upper half
          const edge = async () => {
            const box = await drawing.boundingBox();
            return box ? box.y + (width > 1000 ? box.height : box.height / 2) : Infinity;
          };
          await expect.poll(edge).toBeLessThanOrEqual(height);
        }
      });
    expect(problems).toEqual([]);
  });

test('girls married early: Jalal-Abad and Bishkek are told apart, as bars, on a map, in table, file and picture', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/indicators/A4.2', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  await expect(
    page.getByText('By region: it rose in Jalal-Abad Region, it fell elsewhere'),
  ).toBeVisible();
  await card.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(page).toHaveURL(/\?tab=map$/);
  const map = card.getByRole('img', { name: /regions of Kyrgyzstan, 2023/ });
  for (const said of ['19.5%', '2.5%', '2.4%']) await expect(map).toContainText(said);
  await expect(card).toContainText('imply no opinion on the legal status');
  await expectNoViolations(page);
  const svg = (await fileOf(page, card, 'SVG')).toString('utf8');
  for (const said of ['19.5%', 'Jalal-Abad Region', '/en/indicators/A4.2?tab=map'])
    expect(svg).toContain(said);

  await card.getByRole('link', { name: 'By group', exact: true }).click();
  await expect(page).toHaveURL(/\?tab=groups$/);
  await expect(card.getByRole('img', { name: 'Jalal-Abad Region: 19.5%' })).toBeVisible();
  await expect(card.getByRole('img', { name: 'rural: 11.4%' })).toBeVisible();
  const csv = (await fileOf(page, card, /^CSV: what/)).toString('utf8');
  for (const line of [
    'A4.2,KGZ,2023,_T,_T,_T,KG-J,_T,19.5,A,',
    'A4.2,KGZ,2018,_T,_T,_T,KG-J,_T,13.6,A,',
    'A4.2,KGZ,2023,_T,_T,_T,KG-GB,_T,2.5,A,',
  ])
    expect(csv).toContain(line);
  const table = await openItem(card, 'table');
  const inFile = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .flatMap((line) => line.split(',')[8] || []);
  const inTable = await table
    .locator('data')
    .evaluateAll((all) => all.map((one) => (one as HTMLDataElement).value));
  expect(inTable.toSorted()).toEqual(inFile.toSorted());
  await table.getByRole('link', { name: '19.5%' }).click();
  await expect(page.getByRole('dialog', { name: /19\.5%/ })).toContainText('Jalal-Abad Region');
  await page.keyboard.press('Escape');
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectNoViolations(page);
    await page.emulateMedia(schemes.dark);
    await expectNoViolations(page, 'colours');
    await page.emulateMedia(schemes.light);
  }
  expect(problems).toEqual([]);
});

test('the whole screen is for the chart, and Esc leads back', async ({ page }) => {
  await page.goto('/en/indicators/A1.6', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  const drawing = card.locator('[data-drawing]');
  const before = (await drawing.boundingBox())?.width ?? 0;
  await card.getByRole('button', { name: 'Full screen' }).click();
  const leave = card.getByRole('button', { name: 'Leave full screen' });
  await expect(leave).toBeVisible();
  await expect.poll(async () => (await drawing.boundingBox())?.width).toBeGreaterThan(before - 1);
  expect(await page.evaluate(() => document.fullscreenElement?.tagName)).toBe('FIGURE');
  await leave.click();
  await expect(card.getByRole('button', { name: 'Full screen' })).toBeVisible();
});

test('counts of several countries are each on a scale of their own', async ({ page }) => {
  await page.goto('/en/indicators/A5.8', { waitUntil: 'networkidle' });
  const card = page.locator('figure[data-chart]');
  await expect(card.getByRole('link', { name: 'Line', exact: true })).toHaveCount(0);
  await expect(card).toContainText('each country is drawn on its own scale');
  await expect(card.locator('[data-drawing] li')).toHaveCount(4);
});

test('two numbers are laid against each other, and all countries in one plot', async ({
  page,
  baseURL,
}) => {
  const { problems } = watch(page, baseURL ?? '');
  await page.goto('/en/compare?i=C6~C7', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Two against each other' }).click();
  await expect(page).toHaveURL(/view=scatter$/);
  const card = page.locator('figure[data-chart]');
  await expect(card).toHaveCount(1);
  await expect(card.locator('[data-drawing] svg')).toContainText('Kazakhstan 2020');
  const csv = (await fileOf(page, card, /^CSV: what/)).toString('utf8');
  expect(csv).toContain('area,year,C6,C6_status,C7,C7_status');
  const rows = (await openItem(card, 'table')).locator('tbody tr');
  await expect(rows).toHaveCount(csv.trim().split('\r\n').length - 1);
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'All in one' }).click();
  await expect(page).toHaveURL(/view=joint$/);
  await expect(page.getByRole('slider', { name: 'Read the chart year by year' })).toHaveCount(2);
  expect(problems).toEqual([]);
});
