import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type AggregateRegionInput, aggregateRegion } from './aggregate-region.ts';

const expectedAreas = ['KAZ', 'KGZ', 'TJK', 'UZB'];

function region(values: AggregateRegionInput['values'], rest: Partial<AggregateRegionInput> = {}) {
  return aggregateRegion({ method: 'SUM', expectedAreas, values, ...rest });
}

const all = expectedAreas.map((area) => ({ area, value: 10 }));

describe('a regional sum', () => {
  test('is not given when a country is missing, for it would look like a fall', () => {
    expect(region(all.slice(1))).toMatchObject({
      value: null,
      reporting: 3,
      flags: ['INCOMPLETE'],
    });
  });

  test('takes zero for a value', () => {
    expect(region([...all.slice(1), { area: 'KAZ', value: 0 }])).toMatchObject({
      value: 30,
      flags: [],
    });
  });

  test('is never given when a country is hidden', () => {
    const value = fc.option(fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(fc.tuple(value, value, value), fc.nat(3), (values, place) => {
        const rows: AggregateRegionInput['values'] = expectedAreas.map((area, index) =>
          index === place
            ? { area, value: 3, status: 'Q' }
            : { area, value: values[index - Number(index > place)] },
        );
        const { value: sum, flags } = region(rows);
        expect(sum).toBeNull();
        expect(flags).toContain('CONTAINS_SUPPRESSED');
      }),
    );
  });
});

describe('a regional mean', () => {
  test('needs half of the countries', () => {
    expect(region(all.slice(2), { method: 'MEAN' })).toMatchObject({
      value: 10,
      flags: ['INCOMPLETE'],
    });
  });

  test('says that a country is hidden', () => {
    const rows = [...all.slice(1), { area: 'KAZ', value: null, status: 'Q' as const }];
    expect(region(rows, { method: 'MEAN' })).toMatchObject({
      value: 10,
      flags: ['CONTAINS_SUPPRESSED', 'INCOMPLETE'],
    });
  });
});

describe('a regional percentage', () => {
  const rows = [
    { area: 'KAZ', numerator: 90, denominator: 100 },
    { area: 'KGZ', numerator: 1, denominator: 10 },
  ];

  test('adds up parts and wholes, never percentages', () => {
    expect(region(rows, { method: 'RATIO', multiplier: 100 }).value).toBe(82.7273);
  });

  test('of nothing is no figure', () => {
    const none = rows.map(({ area }) => ({ area, numerator: 0, denominator: 0 }));
    expect(region(none, { method: 'RATIO' })).toMatchObject({
      value: null,
      flags: ['INCOMPLETE', 'ZERO_DENOMINATOR'],
    });
  });
});

describe('a weighted mean', () => {
  const weights = { KAZ: 20, KGZ: 7, TJK: 10, UZB: 36 };

  test('needs half of the weight, not of the countries', () => {
    const uzbekistan = region([{ area: 'UZB', value: 15 }], { method: 'WEIGHTED_MEAN', weights });
    expect(uzbekistan).toMatchObject({ value: null, weightCoverage: 0.4932 });
    const two = [
      { area: 'UZB', value: 15 },
      { area: 'KGZ', value: 20 },
    ];
    expect(region(two, { method: 'WEIGHTED_MEAN', weights })).toMatchObject({
      value: 15.814,
      weightCoverage: 0.589,
      flags: ['INCOMPLETE'],
    });
  });
});
