import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { inPercent } from './published-figures.ts';

/** What can be done with a chart, in the order that is the same everywhere. */
export const waysOut = ['table', 'share', 'download', 'definition'] as const;
/** The same if the chart is the main part of a page: there the definition is below it. */
export const waysOutOfPage = ['share', 'download', 'table'] as const;

/** Opens one of them, found by its key because its name depends on the language. A table shown instead of the drawing is open already. */
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

/** What `wanted` makes of each line of a CSV file by the names of its columns, without nulls. */
function linesOf(csv: string, wanted: (of: (name: string) => string) => string | null): string[] {
  const [head = '', ...lines] = csv.trim().split('\r\n');
  const names = head.split(',');
  return lines.flatMap((line) => {
    // a name that contains a comma is in quotes
    const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell);
    return wanted((name) => cells[names.indexOf(name)] ?? '') ?? [];
  });
}

/** Area, year and value of every reported figure of a file. */
export const reportedIn = (csv: string): string[] =>
  linesOf(csv, (of) =>
    of('value') === '' ? null : [of('area'), of('year'), of('value')].join(' '),
  ).sort();

/** Area, year and share of the way (in percent, as the table shows it) from the file of a comparison. */
export const sharesIn = (csv: string): string[] =>
  linesOf(csv, (of) =>
    of('progress') === '' ? null : [of('area'), of('year'), inPercent(of('progress'))].join(' '),
  ).sort();

/** Area and year of every hidden figure of a file. */
export const hiddenIn = (csv: string): string[] =>
  linesOf(csv, (of) => (of('obs_status') === 'Q' ? `${of('area')} ${of('year')}` : null)).sort();

/** Area, year and value of every reported figure in the table of the chart, read from the page. */
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

/** How many pixels of a picture are dark, in its title and as a whole, and the size of the picture. */
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
