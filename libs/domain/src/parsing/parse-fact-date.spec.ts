import { expect, it } from '@jest/globals';

import { parseFactDate } from './parse-fact-date.ts';

it.each([
  ['2022', '2022'],
  ['2022 г.', '2022'],
  ['2022-07', '2022-07'],
  ['07.2022', '2022-07'],
  ['2022-07-19', '2022-07-19'],
  ['19.07.2022', '2022-07-19'],
  ['1.7.2022 г.', '2022-07-01'],
  [" '2022-07-19 ", '2022-07-19'],
])('%s is the date %s', (text, date) => {
  expect(parseFactDate(text)).toBe(date);
});

it.each(['', '31.02.2022', '2022-13', '07/19/2022', '44761', 'July 2022', '22'])(
  '%s is none',
  (text) => {
    expect(parseFactDate(text)).toBeNull();
  },
);
