import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens one of the six things that can be done with a chart. */
export async function openItem(card: Locator, name: string): Promise<Locator> {
  const summary = card.locator('[data-chart-bar] summary', { hasText: new RegExp(`^${name}$`) });
  const item = summary.locator('xpath=..');
  if ((await item.getAttribute('open')) === null) await summary.click();
  return item;
}

export async function fileOf(page: Page, card: Locator, button: string | RegExp): Promise<Buffer> {
  const item = await openItem(card, 'Download');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path());
}

/** Year, area and value of every reported figure of a file. */
export function reportedIn(csv: string): string[] {
  const [head = '', ...lines] = csv.trim().split('\r\n');
  const names = head.split(',');
  const column = (cells: readonly string[], name: string) => cells[names.indexOf(name)] ?? '';
  return lines
    .map((line) => line.split(','))
    .filter((cells) => column(cells, 'value') !== '')
    .map((cells) => ['area', 'year', 'value'].map((name) => column(cells, name)).join(' '))
    .sort();
}

/** The same of the table beside the chart, read from the page. */
export async function reportedInTable(card: Locator, areas: readonly string[]): Promise<string[]> {
  await openItem(card, 'Table');
  const rows = await card.locator('table tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      year: row.querySelector('th')?.textContent ?? '',
      // the first cell of each country holds what was reported
      values: [...row.querySelectorAll('td')]
        .filter((cell) => cell.className.includes('first'))
        .map((cell) => cell.querySelector('data')?.value ?? null),
    })),
  );
  return rows
    .flatMap(({ year, values }) =>
      values.flatMap((value, i) => (value === null ? [] : [`${areas[i] ?? ''} ${year} ${value}`])),
    )
    .sort();
}

/** How many pixels of a picture are not white, and its size. */
export async function inkOf(page: Page, png: Buffer) {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.drawImage(image, 0, 0);
    const inkIn = (top: number, height: number) => {
      const { data: pixels } = context.getImageData(0, top, image.width, height);
      let ink = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 200) ink++;
      return ink;
    };
    const { width, height } = image;
    return { width, height, title: inkIn(0, 110), whole: inkIn(0, height) };
  }, png.toString('base64'));
}

/** Everything a card has to say, in the one order. */
export async function expectCitizen(card: Locator): Promise<void> {
  await expect(card.locator('h1, h2, h3').first()).not.toBeEmpty();
  await expect(card.locator('[data-takeaway]')).toHaveText(/\S.*[.)]$/);
  await expect(card.locator('figcaption')).toHaveText(/^(Source: |No source has published)/);
  await expect(card.locator('[data-chart-bar] > details > summary')).toHaveText([
    'Table',
    'Download',
    'Link',
    'Embed',
    'Cite',
    'Definition',
  ]);
  for (const name of ['Link', 'Embed', 'Cite']) {
    const text = (await openItem(card, name)).locator('textarea');
    await expect(text).toHaveValue(name === 'Embed' ? /^<iframe src="http/ : /http/);
  }
  await expect((await openItem(card, 'Definition')).locator('p').first()).not.toBeEmpty();
}
