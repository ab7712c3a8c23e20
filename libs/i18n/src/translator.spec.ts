import { describe, expect, it } from '@jest/globals';
import { translator } from './translator.ts';

describe('a text for a mail', () => {
  it('takes the plural form of its language', async () => {
    const en = await translator('en', 'mail');
    const ru = await translator('ru', 'mail');
    const forms = [1, 2, 5, 11, 21, 22, 111].map((count) =>
      ru('returned.subject', { area: 'Кыргызстан', count }),
    );
    expect(forms).toEqual([
      'Кыргызстан: вам возвращено 1 значение',
      'Кыргызстан: вам возвращены 2 значения',
      'Кыргызстан: вам возвращено 5 значений',
      'Кыргызстан: вам возвращено 11 значений',
      'Кыргызстан: вам возвращено 21 значение',
      'Кыргызстан: вам возвращены 22 значения',
      'Кыргызстан: вам возвращено 111 значений',
    ]);
    expect(en('reminder.left', { date: '31 March 2026', count: 1 })).toBe(
      'The due day is 31 March 2026: 1 day left.',
    );
  });

  it('is said in the state language of its reader, with the form that the count takes', async () => {
    const tg = await translator('tg', 'mail');
    expect(tg('digest.toReview', { count: 1 })).toBe('Барои баррасӣ: 1 қимат мунтазири қарор аст.');
    expect(tg('digest.toReview', { count: 5 })).toBe('Барои баррасӣ: 5 қимат мунтазири қароранд.');
  });

  it('groups what it counts, and no year', async () => {
    const [en, ru] = [await translator('en', 'public'), await translator('ru', 'public')];
    expect(en('news.newValues', { count: 12345 })).toBe('12,345 new values');
    expect(ru('news.newValues', { count: 12345 })).toBe('12\u00a0345 новых значений');
    const site = await translator('en', 'site');
    expect(site('indicators.known', { known: 1200, total: 1773 })).toContain('1,200 of 1,773');
  });

  it('takes what is put in as it is', async () => {
    const en = await translator('en', 'mail');
    expect(en('greeting', { name: '{{role}} $& <b>' })).toBe('Hello, {{role}} $& <b>,');
    expect(en('greeting')).toBe('Hello, {{name}},');
  });
});
