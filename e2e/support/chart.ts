import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { inPercent } from './published-figures.ts';

/** What can be done with a chart, in the one order. */
export const waysOut = ['table', 'share', 'download', 'definition'] as const;
/** Where the chart is the page, its definition stands below it. */
export const waysOutOfPage = ['share', 'download', 'table'] as const;

/** Opens one of them; known by what it is, since its name is in the language of the page. A table in the place of the drawing is open. */
export async function openItem(
  card: Locator,
  way: 'countries' | 'years' | 'plans' | (typeof waysOut)[number],
): Promise<Locator> {
  const body = card.locator(`[data-way="${way}"]`);
  const item = card.locator(`details:has(> [data-way="${way}"])`);
  if ((await item.count()) > 0 && (await item.getAttribute('open')) === null)
    await item.locator('> summary').click();
  return body;
}

export async function fileOf(page: Page, card: Locator, button: string | RegExp): Promise<Buffer> {
  const item = await openItem(card, 'download');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path());
}

/** Some columns of some lines of a file. */
function linesOf(csv: string, wanted: (of: (name: string) => string) => string | null): string[] {
  const [head = '', ...lines] = csv.trim().split('\r\n');
  const names = head.split(',');
  return lines.flatMap((line) => {
    // a name may hold a comma and is quoted then
    const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell);
    return wanted((name) => cells[names.indexOf(name)] ?? '') ?? [];
  });
}

/** Area, year and value of every reported figure of a file. */
export const reportedIn = (csv: string): string[] =>
  linesOf(csv, (of) =>
    of('value') === '' ? null : [of('area'), of('year'), of('value')].join(' '),
  ).sort();

/** The same of the shares of the way in the file of a comparison, in percent as its table shows them. */
export const sharesIn = (csv: string): string[] =>
  linesOf(csv, (of) =>
    of('progress') === '' ? null : [of('area'), of('year'), inPercent(of('progress'))].join(' '),
  ).sort();

/** Area and year of every hidden one. */
export const hiddenIn = (csv: string): string[] =>
  linesOf(csv, (of) => (of('obs_status') === 'Q' ? `${of('area')} ${of('year')}` : null)).sort();

/** The same of the table beside the chart, read from the page. */
export async function reportedInTable(card: Locator, areas: readonly string[]): Promise<string[]> {
  await openItem(card, 'table');
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
