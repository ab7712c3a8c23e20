import { describe, expect, test } from '@jest/globals';
import { indicatorData, series, value } from './indicator.fixture.ts';
import { publishersOf } from './drawn.ts';

const years = { from: 2015, to: 2025 };
const [source] = indicatorData().sources;
const ministry = { lang: 'en', text: 'Ministry of Internal Affairs' } as const;

describe('who published the plotted values', () => {
  test('is the ministry for its own value, beside the source of the years before', () => {
    if (!source) throw new Error('The fixture has a source.');
    const embassy = { ...source, id: 'embassy', publisher: 'Embassy in Spain' };
    const values = [
      value(2023, '4', { source: 'embassy' }),
      value(2025, '5', { source: null, sourceText: 'Order 7', body: ministry }),
    ];
    expect(publishersOf([series('UZB', { values })], [embassy], years)).toEqual([
      'Embassy in Spain',
      'Ministry of Internal Affairs',
    ]);
    const own = { from: 2025, to: 2025 };
    expect(publishersOf([series('UZB', { values })], [embassy], own)).toEqual([
      'Ministry of Internal Affairs',
    ]);
  });
});
