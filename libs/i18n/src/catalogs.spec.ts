import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadCatalog, type Namespace } from './catalogs.ts';
import { languages } from './languages.ts';
import { formatPercent } from './numbers.ts';

const namespaces: Namespace[] = [
  'public',
  'about',
  'site',
  'charts',
  'compare',
  'brief',
  'levels',
  'desk',
  'problems',
  'mail',
  'files',
  'sdmx',
  'iati',
];

function texts(catalog: object, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value as object, `${path}${key}.`),
  );
}
// {{count}} does not count: English may say "once" where the Russian form for one is also used for 21
const slots = (text: string) =>
  [...new Set(text.match(/{{\w+}}/g))].filter((slot) => slot !== '{{count}}').sort();

/** These texts name the countries that are counted. */
const ofCountries = new Set(['say.stale', 'say.hidden', 'say.silent']);

describe.each(namespaces)('the %s catalog', (namespace) => {
  it.each(languages)(
    'says in %s everything it says in English, with the same slots',
    async (lang) => {
      const en = new Map(texts(await loadCatalog('en', namespace)));
      const own = new Map(texts(await loadCatalog(lang, namespace)));
      for (const [key, text] of en) {
        expect([key, own.get(key)?.trim()]).not.toEqual([key, '']);
        expect([key, own.has(key), slots(own.get(key) ?? '')]).toEqual([key, true, slots(text)]);
        // a screen reader cannot read a sign that replaces a word
        expect([key, /\p{L}/u.test(own.get(key) ?? '')]).toEqual([key, /\p{L}/u.test(text)]);
      }
    },
  );

  it.each(languages)('says in %s nothing twice under one key', (lang) => {
    const file = new URL(`catalogs/${lang}/${namespace}.json`, import.meta.url);
    const text = readFileSync(file, 'utf8');
    // JSON.parse keeps only the last of two lines with the same key
    expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text);
  });

  it.each(languages)(
    'has in %s one dash, and percentages as the formatter writes them',
    async (lang) => {
      for (const [key, text] of texts(await loadCatalog(lang, namespace))) {
        expect([key, text.includes('\u2014')]).toEqual([key, false]);
        for (const [, number = '', written] of text.matchAll(/(\d+)(\s?%)/g))
          expect([key, number + (written ?? '')]).toEqual([key, formatPercent(lang, number)]);
      }
    },
  );

  it('has every Russian plural form where English has one', async () => {
    const ru = new Map(texts(await loadCatalog('ru', namespace)));
    const plurals = [...ru.keys()]
      .filter((key) => key.endsWith('_one'))
      .map((key) => key.slice(0, -4));
    for (const key of plurals) {
      for (const form of ['few', 'many', 'other']) {
        expect([`${key}_${form}`, ru.get(`${key}_${form}`)]).toEqual([
          `${key}_${form}`,
          expect.any(String),
        ]);
      }
    }
  });

  it.each(languages)('gives in %s the number wherever it may be any', async (lang) => {
    // Russian says 21 and 101 in its form for one
    const form = lang === 'ru' ? /_(one|few|many|other)$/ : /_(few|many|other)$/;
    for (const [key, text] of texts(await loadCatalog(lang, namespace)))
      if (form.test(key) && !ofCountries.has(key.replace(form, '')))
        expect([key, /{{(count|values)}}/.test(text)]).toEqual([key, true]);
  });

  it('bends no Russian word by a number that may be any, but by plural forms', async () => {
    for (const [key, text] of texts(await loadCatalog('ru', namespace)))
      if (!/_(one|few|many|other)$/.test(key))
        expect([key, /\{\{\w+\}\} (раза?|процент(а|ов)?)(?!\p{L})/u.test(text)]).toEqual([
          key,
          false,
        ]);
  });

  it('has no Russian text left in English', async () => {
    const en = new Map(texts(await loadCatalog('en', namespace)));
    const ru = texts(await loadCatalog('ru', namespace));
    for (const [key, text] of ru) {
      const same =
        text === en.get(key) &&
        /[a-z]{3}/i.test(text.replace(/{{\w+}}|Qadam|dataValueSets|\b[A-Z\d]{2,}\b/g, ''));
      expect([key, same]).toEqual([key, false]);
    }
  });
});
