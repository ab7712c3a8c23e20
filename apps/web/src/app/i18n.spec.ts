import { expect, it } from '@jest/globals';
import { formatNumber, languages } from '@qadam/i18n';
import { addCatalog, createI18n } from './i18n.ts';

it.each(languages)('a text in %s groups what it counts as figures are grouped', async (lang) => {
  const { t } = await createI18n(lang);
  expect(t('news.newValues', { count: 12345 })).toContain(formatNumber(lang, '12345'));
});

it('the form of a text follows the count, and no year is grouped', async () => {
  const [en, ru] = await Promise.all([createI18n('en'), createI18n('ru')]);
  expect(en.t('news.newValues', { count: 1 })).toBe('1 new value');
  expect(ru.t('news.newValues', { count: 2001 })).toBe('2\u00a0001 новое значение');
  expect(ru.t('news.newValues', { count: 12345 })).toBe('12\u00a0345 новых значений');
  expect(en.t('action.figure', { value: '3', year: 2025 })).toBe('3 in 2025');
  await addCatalog(en, 'about');
  expect(en.t('about:quality.reportedOf', { n: 1204, total: 5000 })).toBe(
    'reported (1,204 of 5,000)',
  );
});
