import { expect, test } from '@jest/globals';

import { parseYesNo } from './parse-yes-no.ts';

test.each(['ДА', 'yes', 'TRUE', '1', 'иә', 'ия', 'Ооба', 'ҳа', 'ha', 'бале', 'оре', '+', 'ИСТИНА'])(
  '%s is yes',
  (text) => {
    expect(parseYesNo({ text })).toEqual({ value: true, error: null });
  },
);

test.each([
  'Нет',
  'no',
  'False',
  '0',
  'жоқ',
  'жок',
  'йўқ',
  "yo'q",
  'yo‘q',
  'yoʻq',
  'YO’Q',
  'не',
  'ложь',
])('%s is no', (text) => {
  expect(parseYesNo({ text })).toEqual({ value: false, error: null });
});

test('the short и of a decomposed text is the same letter', () => {
  expect(parseYesNo({ text: 'йўқ'.normalize('NFD') }).value).toBe(false);
});

test.each(['-', '2', 'да нет', 'н/д'])('%s is neither', (text) => {
  expect(parseYesNo({ text })).toEqual({ value: null, error: 'NOT_YES_NO' });
});
