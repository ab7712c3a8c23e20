import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Language, isLanguage, languages, loadGlossary, rejectedWords } from '@qadam/i18n';
import { readSeedJson, readSeedTable } from './seed-files.ts';

const files = readdirSync(path.join(import.meta.dirname, 'data'));
const glossary = await loadGlossary();

interface Told {
  place: string;
  lang: Language;
  text: string;
}

/** Every text below a key that is a language. */
function textsOf(value: unknown, place: string, lang: Language | null = null): Told[] {
  if (typeof value === 'string') return lang === null ? [] : [{ place, lang, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    isLanguage(key) ? textsOf(inner, place, key) : textsOf(inner, `${place}.${key}`, lang),
  );
}

function incomplete(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const told = entries.filter(([key]) => isLanguage(key));
  const lacks = told.length > 0 && languages.some((lang) => !told.some(([key]) => key === lang));
  return [
    ...(lacks ? [place] : []),
    ...entries.flatMap(([key, inner]: [string, unknown]) => incomplete(inner, `${place}.${key}`)),
  ];
}

describe.each(files)('the texts of %s', (file) => {
  const content = file.endsWith('.json') ? readSeedJson(file) : readSeedTable(file);

  it('are there in all six languages', () => {
    expect(incomplete(content, '')).toEqual([]);
  });

  it('use no word that the glossary rejects', () => {
    const found = textsOf(content, '').flatMap(({ place, lang, text }) =>
      rejectedWords(glossary, lang, text).map((rejected) => ({ place, lang, ...rejected })),
    );
    expect(found).toEqual([]);
  });
});
