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
      // engines print the space before "г." in three widths: only letters and digits are compared
      expect(formatDate(language, date.toISOString()).replace('\u00a0', ' ')).toBe(
        icu.format(date).replace(/[\u00a0\u202f]/, ' '),
      );
    }
  });

  it('give back what is no date', () => {
    expect(formatDate('ru', '2026')).toBe('2026');
    expect(formatDate('en', '2026-13-01')).toBe('2026-13-01');
  });

  it.each(languages)('of a month alone are written in %s as full ICU writes them', (language) => {
    const icu = new Intl.DateTimeFormat(locales[language], {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2028, month, 1));
      expect(formatDate(language, date.toISOString().slice(0, 7)).replaceAll('\u00a0', ' ')).toBe(
        icu.format(date).replace(/[\u00a0\u202f]/g, ' '),
      );
    }
  });

  it('of a period name both ends as precisely as they are known', () => {
    expect(formatDate('en', '2022-10/2023-02')).toBe('October 2022 – February 2023');
    expect(formatDate('ru', '2021-10-12/2021-10-13')).toBe(
      '12 октября 2021\u00a0г. – 13 октября 2021\u00a0г.',
    );
    expect(formatDate('kk', '2015/2022')).toBe('2015 – 2022');
    expect(formatDate('uz', '2024-12-20')).toBe('20-dekabr, 2024');
    expect(formatDate('en', 'late 2025')).toBe('late 2025');
  });
});
