import { describe, expect, test } from '@jest/globals';

import { readPeriod } from './period.ts';

describe('a period', () => {
  test.each([
    ['2022', { from: '2022', to: '2022' }],
    ['2020-11', { from: '2020-11', to: '2020-11' }],
    ['2024-12-20', { from: '2024-12-20', to: '2024-12-20' }],
    ['2022-10/2023-02', { from: '2022-10', to: '2023-02' }],
    ['2021-10-12/2021-10-13', { from: '2021-10-12', to: '2021-10-13' }],
    ['2015/2022', { from: '2015', to: '2022' }],
    ['2022-01-01/2022', { from: '2022-01-01', to: '2022' }],
    ['2020-09-15/2020-09', { from: '2020-09-15', to: '2020-09' }],
  ])('%s is read', (text, read) => {
    expect(readPeriod(text)).toEqual(read);
  });

  test.each([
    '',
    '22',
    '2022-13',
    '2022-02-30',
    '2023-02/2022-10',
    '2022/2023/2024',
    '2022-10/',
    'autumn',
  ])('%p is none', (text) => {
    expect(readPeriod(text)).toBeNull();
  });
});
