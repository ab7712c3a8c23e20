import { expect, it } from '@jest/globals';
import { problemSlots } from './problem-slots.ts';

it('writes quantities as the language does, and years and numbers of releases as they are', () => {
  const params = [
    { name: 'max', value: '1234.5' },
    { name: 'year', value: '2025' },
    { name: 'release', value: '2026.2' },
  ];
  const { max, year, release } = problemSlots('ru', { code: 'ANNUAL_RELEASED', params });
  expect(max).toMatch(/^1\s234,5$/);
  expect([year, release]).toEqual(['2025', '2026.2']);
});

it('says which limit was passed, where it is known', () => {
  const above = (name: string) =>
    problemSlots('en', { code: 'ABOVE_MAX', params: [{ name, value: '100' }] });
  expect(above('max')['bound']).toBe(' (100)');
  expect(above('limit')['bound']).toBe(' (100)');
  expect(above('value')['bound']).toBe('');
});

it('names the language of what somebody wrote, where it is another than the page', () => {
  const params = [
    { name: 'text', value: '12' },
    { name: 'textLanguage', value: 'en' },
  ];
  expect(problemSlots('en', { code: 'RULE_BROKEN', params })).toMatchObject({
    ...{ text: '12', inLanguage: '' },
  });
  expect(problemSlots('kk', { code: 'RULE_BROKEN', params })['inLanguage']).toBe(' [English]');
});
