import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { intervals, isNarrow } from './interval.ts';
import { FeasibleIntervals } from './feasible-intervals.ts';
import { SumSystem } from './sum-system.ts';

/** A grid of counts with its margins: nodes row by row, margins last in each. */
function grid(inner: readonly (readonly number[])[]): SumSystem {
  const width = (inner[0]?.length ?? 0) + 1;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const column = (j: number) => inner.map((row) => row[j] ?? 0);
  const body = [...inner, [...Array(width - 1).keys()].map((j) => sum(column(j)))];
  const values = body.flatMap((row) => [...row, sum(row)]);
  const at = (i: number, j: number) => i * width + j;
  const rows = [...body.keys()];
  const cols = [...Array(width).keys()];
  return new SumSystem(
    values.map((value) => ({ value, low: 1, threshold: 5 })),
    [
      ...rows.map((i) => ({
        total: at(i, width - 1),
        members: cols.slice(0, -1).map((j) => at(i, j)),
      })),
      ...cols.map((j) => ({
        total: at(rows.length - 1, j),
        members: rows.slice(0, -1).map((i) => at(i, j)),
      })),
    ],
  );
}

const count = fc.integer({ min: 1, max: 12 });
const system = fc
  .array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .map(grid);

describe('feasible intervals', () => {
  test('says at every moment of hiding and showing what the intervals say from nothing', () => {
    const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(system, steps, (sums, dice) => {
        const nodes = [...sums.nodes.keys()];
        const feasible = new FeasibleIntervals(sums);
        const hidden = new Set<number>();
        for (const die of dice) {
          const node = die % nodes.length;
          if (hidden.delete(node)) feasible.fix(node);
          else {
            hidden.add(node);
            feasible.free(node);
          }
          const intervalOf = intervals(sums, (other) => hidden.has(other));
          for (const other of hidden) {
            expect(feasible.isNarrow(other)).toBe(isNarrow(intervalOf(other), 5));
          }
        }
      }),
    );
  });
});
