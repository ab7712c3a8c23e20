import { describe, expect, test } from '@jest/globals';
import { indicatorData } from './indicator.fixture.ts';
import { searchOf, viewOf } from './view.ts';

const data = indicatorData();

describe('the address is the view', () => {
  test('what is usual is not written', () => {
    expect(searchOf(viewOf(data, {}), data, {})).toEqual({});
  });
  test('countries come in the one order, whatever order the address has', () => {
    expect(viewOf(data, { c: 'UZB~KAZ' }).areas).toEqual(['KAZ', 'UZB']);
  });
  test('an area that this indicator does not have is passed over', () => {
    expect(viewOf(data, { c: 'CA4' }).areas).toEqual(['KAZ', 'KGZ', 'TJK', 'UZB']);
  });
  test('years that run backwards are not taken', () => {
    expect(viewOf(data, { t: '2030..2010' })).toMatchObject({ from: 2015, to: 2030 });
  });
  test('every choice comes back from its address', () => {
    const search = { c: 'KAZ~KGZ', t: '2012..2026', show: 'base', release: '2026.1' };
    expect(searchOf(viewOf(data, search), data, search)).toEqual(search);
    const bare = { show: 'none' };
    expect(viewOf(data, bare).layers.size).toBe(0);
    expect(searchOf(viewOf(data, bare), data, bare)).toEqual(bare);
  });
});
