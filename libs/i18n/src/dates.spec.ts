import { describe, expect, it } from '@jest/globals';
import { formatDate } from './dates.ts';
import { languages, type Language } from './languages.ts';

const locales: Record<Language, string> = {
  en: 'en-GB',
  ru: 'ru',
  kk: 'kk',
  ky: 'ky',
  tg: 'tg',
  uz: 'uz',
};

describe('dates', () => {
  it.each(languages)('in %s read as full ICU writes them, every day of a leap year', (language) => {
    const icu = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
    for (let day = Date.UTC(2028, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const date = new Date(day);
      // engines print the space before "г." in three widths: the letters and digits count
      expect(formatDate(language, date.toISOString()).replace('\u00a0', ' ')).toBe(
        icu.format(date).replace(/[\u00a0\u202f]/, ' '),
      );
    }
  });

  it('give back what is no date', () => {
    expect(formatDate('ru', '2026')).toBe('2026');
    expect(formatDate('en', '2026-13-01')).toBe('2026-13-01');
  });
});
