import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import {
  fileOf,
  hiddenIn,
  openItem,
  reportedIn,
  reportedInTable,
  waysOut,
  waysOutOfPage,
} from './chart.ts';
import type { PublishedFigures } from './published-figures.ts';

export interface Walked {
  page: Page;
  card: Locator;
  known: PublishedFigures;
  request: APIRequestContext;
  t: (key: string) => string;
  /** Is the chart in a frame on another site? Then it only offers its table and a link to the page itself. */
  framed?: boolean;
}

/** What every chart has to offer, point by point; the twelfth point, paper, is checked on the whole page (expectOnPaper). */
export const points: readonly (readonly [string, (walked: Walked) => Promise<void>])[] = [
  ['1 title with unit, sentence, countries and period', named],
  ['2 its address shows the same', sameView],
  ['3 source and ways out in the one order', takenAway],
  ['4 table, file and API hold the same numbers', sameNumbers],
  ['5 names beside lines instead of a legend', directNames],
  ['6 a year is read by keys, gaps said in words', readYears],
  ['7 the axis starts at zero or says so', honestAxis],
  ['8 a gap is a gap', gaps],
  ['9 status in shape and word', statuses],
  ['10 countries in the one order', order],
  ['11 hidden is c', hidden],
];

const drawingOf = (card: Locator): Locator => card.locator('[data-drawing]');

async function named({ card, known, t }: Walked): Promise<void> {
  const heading = card.locator('h1, h2, h3').first();
  await expect(heading).toContainText(known.name);
  if (known.kind === 'NUMERIC')
    await expect(heading).toContainText(new RegExp(escaped(known.unit), 'i'));
  await expect(card.locator('[data-takeaway]')).toHaveText(/\S.*[.)]$/);
  const subtitle = card.locator('[data-subtitle]');
  await expect(subtitle).toContainText(/\d{4}–\d{4}/);
  const [area, other] = known.areas;
  if (area && !other) await expect(subtitle).toHaveText(nameOf(area, t));
}

/** The name of an area; the four countries together have another name on some pages. */
const nameOf = ({ code, name }: PublishedFigures['areas'][number], t: Walked['t']): RegExp =>
  new RegExp(
    code === 'CA4' ? `${escaped(name)}|${escaped(t('scorecard.allFour'))}` : escaped(name),
  );

/** The page at the shared address, as the server sends it, has the same takeaway, or the name of the indicator if it is another page. */
async function sameView({ page, card, known, request, framed }: Walked): Promise<void> {
  const link = framed
    ? await card.locator('a[target=_blank]').getAttribute('href')
    : await (await openItem(card, 'share')).getByRole('textbox').first().innerText();
  const { pathname, search, searchParams } = new URL(link ?? '');
  expect(searchParams.get('release')).toMatch(/^\d{4}\.\d+$/);
  const response = await request.get(pathname + search);
  const html = (await response.text()).replaceAll(/<!-- -->|&#x27;/g, (mark) =>
    mark === '&#x27;' ? "'" : '',
  );
  const here = framed || new URL(page.url()).pathname === pathname;
  const spoken = here ? await card.locator('[data-takeaway]').textContent() : known.name;
  expect(html).toContain(spoken);
}

async function takenAway({ card, t, framed }: Walked): Promise<void> {
  const source = escaped(t('chart.source'));
  const silent = escaped(t('chart.noSource'));
  await expect(card.locator('figcaption')).toHaveText(new RegExp(`^(${source}|${silent})`));
  const opens = (way: string) => card.locator(`details:has(> [data-way="${way}"]) > summary`);
  if (framed) {
    await expect(card.locator('[data-chart-bar] summary')).toHaveText([t('chart.table')]);
    await expect(card.getByRole('link', { name: t('chart.openHere') })).toBeVisible();
    return;
  }
  const isPage = (await card.locator('> h1').count()) > 0;
  const ways: readonly string[] = isPage ? waysOutOfPage : waysOut;
  const places = await Promise.all(ways.map(async (way) => opens(way).boundingBox()));
  for (const [i, place] of places.entries()) {
    const before = places[i - 1];
    // each comes to the right of or below the one before
    if (before) expect(place && (place.x > before.x || place.y > before.y)).toBe(true);
  }
  const share = (await openItem(card, 'share')).getByRole('textbox');
  await expect(share).toHaveText([/^http/, /http/, /^<iframe src="http/]);
  if (!isPage)
    await expect((await openItem(card, 'definition')).locator('p').first()).not.toBeEmpty();
}

async function sameNumbers({ page, card, known, framed }: Walked): Promise<void> {
  const codes = known.areas.map(({ code }) => code);
  expect(await reportedInTable(card, codes)).toEqual(known.reported);
  if (framed) return;
  expect(reportedIn((await fileOf(page, card, /^CSV/)).toString('utf8'))).toEqual(known.reported);
}

async function directNames({ card, known, t }: Walked): Promise<void> {
  await expect(card.locator('.recharts-legend-wrapper')).toHaveCount(0);
  for (const area of known.areas)
    if (known.reported.some((one) => one.startsWith(area.code)))
      await expect(drawingOf(card)).toHaveText(nameOf(area, t));
}

/** The drawing of all countries can be read year by year. Those of one country have no slider: they say their latest value in words. */
async function readYears({ card, known, t }: Walked): Promise<void> {
  const years = drawingOf(card).getByRole('slider');
  if ((await years.count()) === 0) return;
  await years.focus();
  await years.press('Home');
  const year = (await years.getAttribute('aria-valuemin')) ?? '';
  const reading = drawingOf(card).locator('[aria-hidden=true]', { hasText: year }).last();
  await expect(years).toHaveAttribute('aria-valuetext', new RegExp(year));
  await expect(reading).toBeVisible();
  const silent = known.areas.filter(
    ({ code }) => !known.reported.some((one) => one.startsWith(`${code} ${year}`)),
  );
  const spoken = (await years.getAttribute('aria-valuetext')) ?? '';
  expect(spoken.split(t('figure.notReported')).length - 1).toBe(silent.length);
  await years.press('Escape');
  await expect(years).not.toHaveAttribute('aria-valuetext', spoken);
}

async function honestAxis({ card, t }: Walked): Promise<void> {
  const ticks = await drawingOf(card)
    .locator('.recharts-yAxis .recharts-cartesian-axis-tick-value')
    .allTextContents();
  if (ticks.length === 0 || ticks.some((tick) => /^\D*0\D*$/.test(tick))) return;
  await expect(drawingOf(card)).toContainText(t('chart.axisFrom'));
}

/** There are as many lines and lone points as runs of years: no line is drawn across a year without a value. */
async function gaps({ card, known }: Walked): Promise<void> {
  const drawing = drawingOf(card);
  const panels = drawing.locator('li svg[role=img] > g > path[stroke-width="2"]');
  const sheet = drawing.locator('svg > g[fill=none] > g > path[stroke-width="2.25"]');
  const curves = drawing.locator('.recharts-line-curve[stroke-width="2.25"]');
  const lines = async () =>
    (await curves.evaluateAll((all) => all.map((one) => one.getAttribute('d') ?? '')))
      .flatMap((path) => path.split('M'))
      .filter((piece) => piece.includes('L')).length;
  if (known.kind === 'BINARY') return;
  if ((await drawing.getByRole('slider').count()) > 0)
    // a lone year is a mark without a line
    await expect.poll(lines).toBe(known.runs.filter(({ years }) => years > 1).length);
  else expect((await panels.count()) + (await sheet.count())).toBe(known.runs.length);
}

async function statuses({ card }: Walked): Promise<void> {
  for (const badge of await drawingOf(card).locator('[class*=badge]').all()) {
    await expect(badge.locator('svg')).toHaveCount(1);
    await expect(badge).toHaveText(/\S/);
  }
}

async function order({ card, known, t }: Walked): Promise<void> {
  const codes = known.areas.map(({ code }) => code);
  const one = ['KAZ', 'KGZ', 'TJK', 'UZB'];
  expect(codes).toEqual(codes.includes('CA4') ? ['CA4'] : one.filter((c) => codes.includes(c)));
  const names = known.areas.map((area) => nameOf(area, t));
  const heads = card.locator('table th[scope=colgroup]');
  if ((await heads.count()) > 0) await expect(heads).toHaveText(names);
  const panels = drawingOf(card).getByRole('listitem');
  if ((await panels.count()) > 0) await expect(panels).toHaveText(names);
}

async function hidden({ page, card, known, t, framed }: Walked): Promise<void> {
  const cells = card.locator('table').getByTitle(t('figure.hidden'));
  await expect(cells).toHaveCount(known.hidden.length);
  for (const cell of await cells.all()) await expect(cell).toHaveText(/^c/);
  if (!framed)
    expect(hiddenIn((await fileOf(page, card, /^CSV/)).toString('utf8'))).toEqual(known.hidden);
}

/** Point 12: on paper the drawings stay, controls disappear, and the foot has address and date. A brief has sheets of its own. */
export async function expectOnPaper(page: Page, t: (key: string) => string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('[data-brief]');
  for (const card of await page.locator('figure[data-chart]').all()) {
    await expect(card.locator('[data-drawing] svg:has(title)').first()).toBeVisible();
    await expect(card.locator('summary', { hasText: t('chart.download') })).toBeHidden();
    await expect(card.getByRole('checkbox').first()).toBeHidden();
    if ((await sheets.count()) === 0)
      await expect(card.getByText(/^http.*release=/).last()).toBeVisible();
  }
  await expect(page.locator('#filter')).toBeHidden();
  if ((await sheets.count()) > 0) return;
  const foot = page.locator('footer [data-printed-at]');
  await expect(foot).toBeVisible();
  await expect(foot).toContainText(page.url());
  await expect(foot).toHaveText(/\b20\d\d\b/);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
