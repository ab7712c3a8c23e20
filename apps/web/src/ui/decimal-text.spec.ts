import { expect, test } from '@jest/globals';
import { hundredfold } from './decimal-text.ts';

test('a share becomes a percentage without losing or gaining a digit', () => {
  expect(['0.1346', '1', '0', '-0.05', '0.5', '1.2', '12.3456'].map(hundredfold)).toEqual([
    '13.46',
    '100',
    '0',
    '-5',
    '50',
    '120',
    '1234.56',
  ]);
});
