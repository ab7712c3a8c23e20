import { describe, expect, it } from '@jest/globals';
import { fallbackChain, isLanguage, languageTag, negotiateLanguage } from './languages.ts';

describe('languages', () => {
  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['kk-KZ,ru;q=0.8', 'kk'],
    ['de;q=0.9, uz;q=0.5, ru;q=0.4', 'uz'],
    ['ru;q=0.4, tg;q=0.9', 'tg'],
    ['de, fr', 'ru'],
    ['en;q=0, ky', 'ky'],
    ['', 'ru'],
    [undefined, 'ru'],
  ])('for a browser that asks %s the answer is %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it('fall back to Russian before English', () => {
    expect(fallbackChain('ky')).toEqual(['ky', 'ru', 'en']);
    expect(fallbackChain('ru')).toEqual(['ru', 'en']);
    expect(fallbackChain('en')).toEqual(['en', 'ru']);
  });

  it('say that our Uzbek is in Latin letters', () => {
    expect(languageTag('uz')).toBe('uz-Latn');
    expect(languageTag('tg')).toBe('tg');
  });

  it('are six', () => {
    expect(isLanguage('kk')).toBe(true);
    expect(isLanguage('de')).toBe(false);
    expect(isLanguage(undefined)).toBe(false);
  });
});
