import { describe, expect, it } from '@jest/globals';
import { loadCatalog, namespaces } from './catalogs.ts';
import { loadGlossary, rejectedWords } from './glossary.ts';
import { languages } from './languages.ts';

const glossary = await loadGlossary();

function texts(catalog: object, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value as object, `${path}${key}.`),
  );
}

describe('the glossary', () => {
  it('has each term once, in every language', () => {
    const ids = glossary.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(glossary.flatMap((term) => languages.filter((lang) => !term[lang].trim()))).toEqual([]);
  });

  it('uses no word itself that it rejects', () => {
    const rejected = glossary.flatMap((term) =>
      languages.flatMap((lang) => rejectedWords(glossary, lang, term[lang])),
    );
    expect(rejected).toEqual([]);
  });

  it('finds a rejected word in any form and case, and says what to write instead', () => {
    expect(rejectedWords(glossary, 'tg', 'Пулиси кишвар')).toEqual([
      { word: 'Пулис', instead: 'милитсия' },
    ]);
    expect(rejectedWords(glossary, 'tg', 'таҷовуз ба номус')).toEqual([]);
    expect(rejectedWords(glossary, 'ru', 'Полиция')).toEqual([]);
  });
});

describe.each(languages)('the catalogs in %s', (lang) => {
  it.each(namespaces)('say in %s nothing in words that the glossary rejects', async (namespace) => {
    const found = texts(await loadCatalog(lang, namespace)).flatMap(([key, text]) =>
      rejectedWords(glossary, lang, text).map(({ word, instead }) => ({ key, word, instead })),
    );
    expect(found).toEqual([]);
  });
});
