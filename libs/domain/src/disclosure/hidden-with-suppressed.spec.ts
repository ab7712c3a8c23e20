import { describe, expect, it } from '@jest/globals';
import {
  hiddenWithSuppressed,
  suppressedTogether,
  tellsOfCountries,
} from './hidden-with-suppressed.ts';

const TABLE = {
  scope: 'COUNTRY',
  groups: ['CA4'],
  shown: [
    'KAZ|_T|_T|_T|_T|_T',
    'KAZ|F|_T|_T|_T|_T',
    'KGZ|F|_T|_T|_T|_T',
    'CA4|_T|_T|_T|_T|_T',
    'CA4|F|_T|_T|_T|_T',
  ],
} as const;

describe('beside a figure that a ministry suppressed', () => {
  it('hides the parts of its country and of the group, and the total of the group only with a total', () => {
    expect(hiddenWithSuppressed({ ...TABLE, suppressed: ['KAZ|M|_T|_T|_T|_T'] })).toEqual([
      { key: 'KAZ|F|_T|_T|_T|_T', why: 'COVER' },
      { key: 'CA4|F|_T|_T|_T|_T', why: 'REGIONAL' },
    ]);
    expect(
      hiddenWithSuppressed({ ...TABLE, suppressed: ['TJK|_T|_T|_T|_T|_T'] }).map(({ key }) => key),
    ).toEqual(['CA4|_T|_T|_T|_T|_T', 'CA4|F|_T|_T|_T|_T']);
  });

  it('leaves the group alone where its figure is not made of the countries', () => {
    expect(
      hiddenWithSuppressed({ ...TABLE, scope: 'REGION', suppressed: ['KAZ|_T|_T|_T|_T|_T'] }),
    ).toEqual([{ key: 'KAZ|F|_T|_T|_T|_T', why: 'COVER' }]);
  });

  it('hides nothing where nothing is suppressed', () => {
    expect(hiddenWithSuppressed({ ...TABLE, suppressed: [] })).toEqual([]);
  });

  it('goes from an indicator to those that show its count', () => {
    const indicator = { sensitive: true, numeratorOf: null, denominatorOf: null };
    expect(
      suppressedTogether([
        { ...indicator, code: 'A1' },
        { ...indicator, code: 'A2', denominatorOf: 'A1' },
      ]),
    ).toEqual([{ suppressed: 'A1', other: 'A2' }]);
  });
});

describe('a figure of the group', () => {
  it('tells of a hidden country unless it is a sum', () => {
    expect(tellsOfCountries({ scope: 'COUNTRY', unit: 'PT' })).toBe(true);
    expect(tellsOfCountries({ scope: 'COUNTRY', unit: 'NUMBER' })).toBe(false);
    expect(tellsOfCountries({ scope: 'REGION', unit: 'PT' })).toBe(false);
  });
});
