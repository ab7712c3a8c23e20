import { inflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** The letters that readers of a PDF can search for and copy: those to which its fonts map their glyphs. */
function lettersOf(pdf: Buffer): Set<string> {
  const letters = new Set<string>();
  let at = pdf.indexOf('stream\n');
  while (at !== -1) {
    const end = pdf.indexOf('endstream', at);
    let text = '';
    try {
      text = inflateSync(pdf.subarray(at + 'stream\n'.length, end)).toString('latin1');
    } catch {
      text = ''; // a stream that is not compressed is no map of letters
    }
    for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
      for (const [, code = ''] of block.matchAll(/<[0-9A-F]+> <([0-9A-F]{4})>/gi))
        letters.add(String.fromCharCode(parseInt(code, 16)));
    for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
      for (const [, from = '', to = '', code = ''] of block.matchAll(
        /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>/gi,
      ))
        for (let i = 0; i <= parseInt(to, 16) - parseInt(from, 16); i++)
          letters.add(String.fromCharCode(parseInt(code, 16) + i));
    at = pdf.indexOf('stream\n', end + 'endstream'.length);
  }
  return letters;
}

const printed = { en: 'Kazakhstan', ru: 'Предложения экспертов', kk: 'Қырғызстан' } as const;

for (const lang of ['en', 'ru', 'kk'] as const) {
  test(`the brief in ${lang} is two sheets of A4 with its own letters, and nothing is cut`, async ({
    page,
  }) => {
    for (const path of ['region', 'KGZ', 'KAZ?print=']) {
      await page.goto(`/${lang}/brief/${path}`, { waitUntil: 'load' });
      await page.emulateMedia({ media: 'print' });
      const spare = await page.locator('[data-sheet]').evaluateAll((sheets) =>
        sheets.map((sheet) => {
          const body = sheet.children[1]?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
          return (sheet.lastElementChild?.getBoundingClientRect().top ?? 0) - body;
        }),
      );
      expect(spare.map((pixels) => pixels > 0)).toEqual([true, true]);
      await expect(page.getByText(`/brief/${path.slice(0, 3)}`).first()).toBeVisible();
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const text = pdf.toString('latin1');
      expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
      expect(text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      // the typeface is embedded, and no letter comes from a typeface of the machine
      const typefaces = [...text.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name);
      expect(new Set(typefaces)).toEqual(new Set(['SourceSans3-Roman']));
      const letters = lettersOf(pdf);
      const missing = Array.from(printed[lang]).filter(
        (letter) => letter !== ' ' && !letters.has(letter),
      );
      if (path === 'region') expect(missing).toEqual([]);
    }
  });
}
