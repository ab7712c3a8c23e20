import { describe, expect, it } from '@jest/globals';
import { tellsSmallCount } from './competing-value.ts';

const VALUE = {
  unit: 'NUMBER',
  value: '4',
  decimals: 1,
  multiplier: '1',
  threshold: 5,
  population: null,
  guarded: false,
};
const RATE = {
  ...VALUE,
  unit: 'PER_100K',
  value: '6.0',
  multiplier: '100000',
  population: '50000',
  guarded: true,
};

describe('a competing value', () => {
  it('tells a small count as a number, guarded or not', () => {
    expect(tellsSmallCount(VALUE)).toBe(true);
    expect(tellsSmallCount({ ...VALUE, value: '0' })).toBe(false);
    expect(tellsSmallCount({ ...VALUE, value: '5', guarded: true })).toBe(false);
  });

  it('tells it as a rate whose population is small, or not known', () => {
    expect(tellsSmallCount(RATE)).toBe(true);
    expect(tellsSmallCount({ ...RATE, population: '5000000' })).toBe(false);
    expect(tellsSmallCount({ ...RATE, population: null })).toBe(true);
    expect(tellsSmallCount({ ...RATE, guarded: false })).toBe(false);
  });

  it('is weighed as finely as it is written: 0.03 of 10 million are 3, 6 of 55,000 are 3 or 4', () => {
    expect(tellsSmallCount({ ...RATE, value: '0.030', population: '10000000' })).toBe(true);
    expect(tellsSmallCount({ ...RATE, value: '6', population: '55000' })).toBe(true);
  });

  it('that is not zero tells of one at least, however few it would be: 0.01 of 5,386,937 are 0.54', () => {
    const rare = { ...RATE, decimals: 2, population: '5386937' };
    expect(
      ['0.00', '0.01', '0.02', '0.03', '0.10'].map((value) => [
        value,
        tellsSmallCount({ ...rare, value }),
      ]),
    ).toEqual([
      ['0.00', false],
      ['0.01', true],
      ['0.02', true],
      ['0.03', true],
      ['0.10', false],
    ]);
  });

  it('is never shown as a guarded share', () => {
    expect(tellsSmallCount({ ...RATE, unit: 'PT', population: '5000000' })).toBe(true);
    expect(tellsSmallCount({ ...RATE, unit: 'PT', guarded: false })).toBe(false);
  });
});
