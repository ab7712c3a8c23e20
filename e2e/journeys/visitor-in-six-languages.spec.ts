import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cutTexts } from '../support/cut-texts.ts';
import { publicPages } from '../support/public-pages.ts';
import { expectNoSidewaysScroll } from '../support/watch.ts';

const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const;

/** The texts of a page: from the HTML that the server (Node) sent, and from the document that the browser made of it. */
const saidByServer = (page: Page, html: string) =>
  page.evaluate((text) => {
    const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    main?.querySelectorAll('noscript').forEach((one) => one.remove());
    return main?.textContent ?? '';
  }, html);
const saidByBrowser = (page: Page) => page.locator('main').evaluate((main) => main.textContent);

for (const language of languages) {
  test(`numbers, dates and plurals read the same from Chromium as from Node in ${language}`, async ({
    page,
    request,
  }) => {
    await page.goto(`/${language}/help`, { waitUntil: 'networkidle' });
    // a click makes the browser render each page itself, instead of taking it over from the server
    for (const target of [
      '/changes',
      '/countries',
      '/countries/KGZ',
      '/releases',
      '/data',
      '/about/methods',
    ]) {
      await page.locator(`a[href="/${language}${target}"]`).first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}${target}$`));
      await expect(page.locator('main h1')).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      const html = await (await request.get(`/${language}${target}`)).text();
      const server = await saidByServer(page, html);
      expect(server.length).toBeGreaterThan(200);
      await expect.poll(() => saidByBrowser(page), { message: target }).toBe(server);
    }
  });
}

const catalogs = path.join(import.meta.dirname, '../../libs/i18n/src/catalogs/en');
const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** Makes a text recognisable and longer by 40 %: ⟦Á téxt wíth áççénts⟧, without changing its slots. */
function pseudo(text: string): string {
  const accented = text
    .split(/({{[^}]*}}|<[^>]*>)/)
    .map((part, i) =>
      i % 2 ? part : part.replace(/[aeiouycnAEIOU]/g, (letter) => accents[letter] ?? letter),
    )
    .join('');
  const more = Math.ceil(text.replace(/{{[^}]*}}/g, '').length * 0.4);
  return `⟦${accented}${' wórds'.repeat(Math.ceil(more / 6)).slice(0, more)}⟧`;
}
const inPseudo = (catalog: object): object =>
  Object.fromEntries(
    Object.entries(catalog).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? pseudo(value) : inPseudo(value as object),
    ]),
  );
const moduleOf = (name: string) =>
  `export default ${JSON.stringify(inPseudo(JSON.parse(readFileSync(path.join(catalogs, `${name}.json`), 'utf8')) as object))};`;

/** Texts that are not translated because they are the same in every language. */
const everywhere =
  /^(Qadam|Telegram|WhatsApp|(· )?SHA-256|[0-9a-f]{12,64}|CSV|PNG|SVG|JSON|XLSX|SDMX|SDMX-ML|SDMX-JSON|SDMX-CSV|DHIS2|IATI|GraphQL|CC BY 4\.0|ISO 8601|Frictionless Data Package 2\.0|DCAT 3 \(JSON-LD\)|curl|Python|R|English|Русский|Қазақша|Кыргызча|Тоҷикӣ|O[ʻ‘’]zbekcha|KAZ|KGZ|TJK|UZB|CA4|[AF]\d+\.\d+)$/u;
/** A day or a month, which the formatter writes and not a catalog. */
const date = String.raw`(\d{1,2} )?\p{L}+ \d{4}`;
const madeOfFigures = new RegExp(
  String.raw`^(https?:\S+|/?[a-z]+/\S+|${date}( – ${date})?|\P{L}*)$`,
  'u',
);

/** All strings in a value, such as the data that came with a page. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The texts of the glossary, whose page shows them in all languages. */
const terms = stringsIn(
  JSON.parse(readFileSync(path.join(catalogs, '../../glossary.json'), 'utf8')),
);

/** The schema of the API, whose descriptions are in English only; the page for trying queries shows them. */
const schema = readFileSync(path.join(catalogs, '../../../../schema/public.graphql'), 'utf8')
  .replaceAll(/\s+/g, ' ')
  .replaceAll('`', '');

/** Is the text one of ours outside of the brackets? It is not if it is data, a number, a date or an address, or made of such parts. */
function isUntranslated(text: string, data: ReadonlySet<string>): boolean {
  const isData = (part: string) =>
    data.has(part.toLowerCase()) || everywhere.test(part) || madeOfFigures.test(part);
  if (/[⟦⟧]/.test(text) || isData(text)) return false;
  // without quotation marks, brackets, or the full stop at the end of a line
  const bare = text.replace(/^([“(]|[AF]\d )|[”)]$|\.$/g, '');
  if (isData(bare)) return false;
  const name = text.replace(/^(› |[AF]\d )/, '').replace(/,? [\d.,%]+$/, '');
  const isMadeOfData = (whole: string) =>
    whole.split(/[:,·(]\s*|\)$/).every((part) => isData(part.trim()));
  return !isData(name) && !isMadeOfData(name) && !isMadeOfData(text);
}

test('with a pseudo-language instead of English no text of ours is untranslated or cut at 360 px', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.route('**/assets/*.js', async (route) => {
    const name = /\/(public|about|brief|charts|compare|levels|site)-[\w-]{8}\.js$/.exec(
      new URL(route.request().url()).pathname,
    )?.[1];
    if (name === undefined) return route.fallback();
    return route.fulfill({ contentType: 'text/javascript', body: moduleOf(name) });
  });
  const found: string[] = [];
  for (const path of publicPages) {
    await test.step(path, async () => {
      await page.goto(`/en${path}`, { waitUntil: 'networkidle' });
      await expect(page.locator('footer')).toContainText('⟦');
      const boot = JSON.parse(
        await page.locator('#boot').evaluate((one) => one.textContent),
      ) as object;
      const data = new Set([...stringsIn(boot), ...terms].map((one) => one.toLowerCase()));
      const texts = await shownTexts(page);
      expect(texts.length).toBeGreaterThan(20);
      const isOfSchema = (text: string) => path === '/about/graphql' && schema.includes(text);
      found.push(
        ...texts
          .filter((text) => isUntranslated(text, data) && !isOfSchema(text))
          .map((text) => `${path}: ${text}`),
      );
      found.push(...(await cutTexts(page)).map((text) => `${path} cuts ${text}`));
      await expectNoSidewaysScroll(page);
    });
  }
  expect(found).toEqual([]);
});

/** Visible texts and texts for screen readers, without code, keys and the address on a printed page. */
function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest('script, style, code, pre, kbd, textarea')) continue;
      const text = textContent?.trim() ?? '';
      if (text !== location.pathname + location.search) found.push(text);
    }
    const names = ['aria-label', 'title', 'placeholder', 'alt'];
    for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join()))
      for (const name of names) found.push(element.getAttribute(name)?.trim() ?? '');
    return [...new Set(found)];
  });
}
