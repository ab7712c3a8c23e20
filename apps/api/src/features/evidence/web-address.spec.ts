import { describe, expect, it } from '@jest/globals';
import { webAddress } from './web-address.ts';

describe('a link as evidence', () => {
  it.each([
    [' https://stat.gov.example/2025/table.xlsx ', 'https://stat.gov.example/2025/table.xlsx'],
    ['https://мвд.рф/отчёт', 'https://xn--b1aew.xn--p1ai/%D0%BE%D1%82%D1%87%D1%91%D1%82'],
    ['http://stat.gov.example/', null],
    ['javascript:alert(1)', null],
    ['data:text/html,hello', null],
    ['https://user:secret@stat.gov.example/', null],
    ['https://localhost/', null],
    ['stat.gov.example', null],
    [`https://stat.gov.example/${'x'.repeat(2000)}`, null],
  ])('%j: %j', (typed, address) => {
    expect(webAddress(typed)).toBe(address);
  });
});
