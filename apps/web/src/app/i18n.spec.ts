import { expect, it } from '@jest/globals';
import { createI18n } from './i18n.ts';

it('a text groups what it counts, and no year', async () => {
  const [en, ru] = await Promise.all([createI18n('en'), createI18n('ru')]);
  expect(en.t('news.newValues', { count: 12345 })).toBe('12,345 new values');
  expect(ru.t('news.newValues', { count: 12345 })).toBe('12\u00a0345 новых значений');
  expect(en.t('action.figure', { value: '3', year: 2025 })).toBe('3 in 2025');
});
