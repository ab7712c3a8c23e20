import { expect, test } from '@jest/globals';
import { rebase } from './use-edited.ts';

const base = { title: { en: 'Police', ru: 'Полиция' }, kind: 'PRIORITY', links: ['A5.2'] };

test('what was typed stays, and everything else is as it is stored now', () => {
  const typed = { ...base, title: { ...base.title, en: 'Police stations' } };
  const stored = { ...base, title: { ...base.title, ru: 'Милиция' }, kind: 'OTHER' };
  expect(rebase(base, typed, stored)).toEqual({
    title: { en: 'Police stations', ru: 'Милиция' },
    kind: 'OTHER',
    links: ['A5.2'],
  });
});

test('where both changed the same, what was typed stays', () => {
  const typed = { ...base, kind: 'MINE', links: ['A5.2', 'A5.8'] };
  const stored = { ...base, kind: 'THEIRS', links: [] };
  expect(rebase(base, typed, stored)).toEqual(typed);
});

test('a text that is new in one language joins that of another', () => {
  const typed = { ...base, title: { ...base.title, kk: 'Полиция' } };
  const stored = { ...base, title: { ...base.title, uz: 'Politsiya' } };
  expect(rebase(base, typed, stored).title).toEqual({
    en: 'Police',
    ru: 'Полиция',
    kk: 'Полиция',
    uz: 'Politsiya',
  });
});
