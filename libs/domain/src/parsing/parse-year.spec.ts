import { expect, test } from '@jest/globals';

import { parseYear } from './parse-year.ts';

test.each([
  '2024',
  ' 2024\u00A0г.',
  '2024г',
  '2024 года',
  '2024 ж.',
  '2024 жыл',
  '2024 жылы',
  '2024 сол',
  '2024 соли',
  '2024 йил',
  '2024 yil',
  '2024-yil',
  '2024-ж.',
  '2024-жыл',
  'соли 2024',
  '2024 Year',
  '2024.0',
  "'2024",
])('%j is the year 2024', (text) => {
  expect(parseYear({ text })).toEqual({ year: 2024, error: null });
});

test.each([
  ['2024-2025', 'PERIOD_RANGE'],
  ['2024–25', 'PERIOD_RANGE'],
  ['2024/2025 год', 'PERIOD_RANGE'],
  ["'24", 'TWO_DIGIT_YEAR'],
  ['45292', 'NOT_A_YEAR'],
  ['1899', 'NOT_A_YEAR'],
  ['2100', 'NOT_A_YEAR'],
  ['2024.5', 'NOT_A_YEAR'],
  ['2 024', 'NOT_A_YEAR'],
  ['', 'NOT_A_YEAR'],
])('%j is refused: %s', (text, error) => {
  expect(parseYear({ text })).toEqual({ year: null, error });
});
