import { describe, expect, it } from '@jest/globals';
import { TEXT_LANGUAGES } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import { Language } from './enums.ts';
import { pickText } from './local-text.type.ts';

describe('a text in a language', () => {
  it('is in one of six: the same in the domain, in the catalogs and on the wire', () => {
    expect(TEXT_LANGUAGES).toEqual(languages);
    expect(Object.values(Language)).toEqual(languages);
  });

  it('is in the language asked for where there is one', () => {
    expect(pickText({ en: 'Law', ru: 'Закон', kk: 'Заң' }, 'kk')).toEqual({
      lang: 'kk',
      text: 'Заң',
    });
  });

  it('falls back to Russian before English for the state languages', () => {
    expect(pickText({ en: 'Law', ru: 'Закон' }, 'tg')).toEqual({ lang: 'ru', text: 'Закон' });
    expect(pickText({ en: 'Law' }, 'tg')).toEqual({ lang: 'en', text: 'Law' });
  });

  it('is never empty while any other language has it', () => {
    expect(pickText({ en: '', ru: 'Закон' }, 'en')).toEqual({ lang: 'ru', text: 'Закон' });
    expect(pickText({ en: 'Law', ru: '' }, 'ru')).toEqual({ lang: 'en', text: 'Law' });
  });
});
