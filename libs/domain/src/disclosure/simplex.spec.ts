import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { at } from './at.ts';
import { intervals } from './interval.ts';
import { Polytope } from './polytope.fixture.ts';
import { Simplex } from './simplex.ts';
import { nodesOf, SumSystem } from './sum-system.ts';

const LENGTH = 3;
const places = [...Array(LENGTH + 1).keys()];

/** Counts by three directions, with every margin: the last place of each direction is its sum. */
function cube(inner: readonly number[]): SumSystem {
  const nodeOf = (place: readonly number[]) => place.reduce((sum, i) => sum * (LENGTH + 1) + i, 0);
  const cells = places.flatMap((i) => places.flatMap((j) => places.map((k) => [i, j, k])));
  const values = cells.map((place) => {
    const parts = place.map((i) => (i === LENGTH ? places.slice(0, LENGTH) : [i]));
    const [is = [], js = [], ks = []] = parts;
    const all = is.flatMap((i) => js.flatMap((j) => ks.map((k) => (i * LENGTH + j) * LENGTH + k)));
    return all.reduce((sum, index) => sum + at(inner, index), 0);
  });
  const equations = cells.flatMap((place) =>
    [0, 1, 2]
      .filter((direction) => place[direction] === LENGTH)
      .map((direction) => ({
        total: nodeOf(place),
        members: places.slice(0, LENGTH).map((i) => nodeOf(place.with(direction, i))),
      })),
  );
  return new SumSystem(
    values.map((value) => ({ value, low: Math.min(1, value), threshold: 5 })),
    equations,
  );
}

/** The same interval by the solver of the fixture, which does not start from the true values: x = low + y, y ≥ 0. */
function fromNothing(system: SumSystem, hidden: readonly number[], node: number) {
  const columnOf = new Map(hidden.map((one, column) => [one, column]));
  const equalities = system.equations.map((equation) => {
    const coefficients = new Map<number, number>();
    let constant = 0;
    for (const other of nodesOf(equation)) {
      const sign = other === equation.total ? -1 : 1;
      const column = columnOf.get(other);
      const { value, low } = at(system.nodes, other);
      if (column !== undefined) coefficients.set(column, sign);
      constant -= sign * (column === undefined ? value : low);
    }
    return { coefficients, constant };
  });
  const polytope = new Polytope(equalities, hidden.length);
  const { low } = at(system.nodes, node);
  const column = columnOf.get(node) ?? -1;
  const hi = polytope.maximum(column);
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
  return {
    lo: round(low + polytope.minimum(column)),
    hi: hi === null ? null : round(low + hi),
  };
}

const count = fc.integer({ min: 0, max: 12 });
const system = fc
  .array(count, { minLength: LENGTH ** 3, maxLength: LENGTH ** 3 })
  .map((inner) => cube(inner));

describe('the simplex', () => {
  test('finds in tables of three directions what a solver finds that starts from nothing', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(system, shares, fc.integer({ min: 2, max: 9 }), (sums, dice, share) => {
        const hidden = [...sums.nodes.keys()].filter((node) => at(dice, node) < share);
        const intervalOf = intervals(sums, (node) => hidden.includes(node));
        for (const node of hidden)
          expect(intervalOf(node)).toEqual(fromNothing(sums, hidden, node));
      }),
      { numRuns: 60 },
    );
  });

  const two = (a: number, b: number, total: number) =>
    new SumSystem(
      [a, b, total].map((value) => ({ value, low: 1, threshold: 5 })),
      [{ total: 2, members: [0, 1] }],
    );
  const pushed = (sums: SumSystem, free: readonly number[], limit = Infinity) => {
    const simplex = new Simplex(sums);
    for (const node of free) simplex.free(node);
    return [simplex.push(0, 1, limit), simplex.push(0, -1, limit)];
  };

  test('rounds what it answers, not only how far it went: 7 − 4.333333 is not quite 2.666667', () => {
    const shown = [7, 11, 13, 14, 23, 31, 43, 44, 51, 52, 56, 58];
    const sums = cube([
      4, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 2, 0, 0, 4, 0, 3, 0, 7, 0, 0, 2, 0, 3, 0, 0,
    ]);
    const hidden = [...sums.nodes.keys()].filter((node) => !shown.includes(node));
    const intervalOf = intervals(sums, (node) => hidden.includes(node));
    expect(intervalOf(27)).toEqual({ lo: 2.666667, hi: 7 });
    expect(intervalOf(57)).toEqual(fromNothing(sums, hidden, 57));
  });

  test('goes as far as the other part of the sum lets it', () => {
    expect(pushed(two(3, 17, 20), [0, 1])).toEqual([16, 2]);
  });

  test('goes no further than it is asked', () => {
    expect(pushed(two(3, 17, 20), [0, 1], 4)).toEqual([4, 2]);
  });

  test('knows when nothing bounds a count', () => {
    expect(pushed(two(3, 17, 20), [0, 2])).toEqual([Infinity, 2]);
  });

  test('does not move a count past one that was shown again', () => {
    const simplex = new Simplex(two(3, 17, 20));
    for (const node of [0, 1, 2]) simplex.free(node);
    expect(simplex.push(0, 1, Infinity)).toBe(Infinity);
    simplex.fix(2);
    expect(simplex.push(0, 1, Infinity)).toBe(16);
    simplex.fix(1);
    expect(simplex.push(0, 1, Infinity)).toBe(0);
  });

  test('refuses a sum that is wrong', () => {
    expect(() => pushed(two(3, 17, 21), [0, 1])).toThrow(RangeError);
  });
});
