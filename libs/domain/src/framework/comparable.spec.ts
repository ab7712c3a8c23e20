import { describe, expect, it } from '@jest/globals';
import { isComparable } from './comparable.ts';

describe('one axis for several countries', () => {
  const share = { kind: 'NUMERIC', unit: 'PT', direction: 'DECREASE' } as const;
  it('is for shares and rates, and for what has stages or an answer', () => {
    expect(isComparable(share)).toBe(true);
    expect(isComparable({ ...share, unit: 'PER_1000000' })).toBe(true);
    expect(isComparable({ kind: 'MILESTONE', unit: 'STAGE', direction: 'INCREASE' })).toBe(true);
  });
  it('is not for counts, which follow the size of a country', () => {
    expect(isComparable({ ...share, unit: 'NUMBER' })).toBe(false);
  });
  it('is not for rates of reported cases, which follow trust', () => {
    const rate = { ...share, unit: 'PER_100000', sensitive: true };
    expect(isComparable({ ...rate, direction: 'NONE' })).toBe(false);
    expect(isComparable(rate)).toBe(true);
  });
});
