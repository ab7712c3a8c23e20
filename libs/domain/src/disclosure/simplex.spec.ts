import { describe, expect, test } from '@jest/globals';
import { Polytope } from './simplex.ts';

const equality = (coefficients: readonly number[], constant: number) => ({
  coefficients: new Map([...coefficients.entries()].filter(([, entry]) => entry !== 0)),
  constant,
});

describe('the simplex', () => {
  test('finds how far two parts of a sum can go', () => {
    const polytope = new Polytope([equality([1, 1], 20)], 2);
    expect([polytope.minimum(0), polytope.maximum(0)]).toEqual([0, 20]);
  });

  test('answers about every column of one system, one after the other', () => {
    // x + y = 10, y + z = 4
    const polytope = new Polytope([equality([1, 1, 0], 10), equality([0, 1, 1], 4)], 3);
    const ranges = [0, 1, 2].map((j) => [polytope.minimum(j), polytope.maximum(j)]);
    expect(ranges.map((range) => range.map((v) => (v ?? NaN) + 0))).toEqual([
      [6, 10],
      [0, 4],
      [0, 4],
    ]);
  });

  test('knows when nothing bounds a column', () => {
    const polytope = new Polytope([equality([1, -1], 0)], 2);
    expect(polytope.maximum(0)).toBeNull();
  });

  test('is not disturbed by an equation that follows from the others', () => {
    const rows = [equality([1, 1], 7), equality([2, 2], 14), equality([-1, -1], -7)];
    expect(new Polytope(rows, 2).maximum(1)).toBe(7);
  });

  test('refuses a system without a solution', () => {
    expect(() => new Polytope([equality([1], 3), equality([1], 4)], 1)).toThrow(RangeError);
    expect(() => new Polytope([equality([1], -3)], 1)).toThrow(RangeError);
  });
});
