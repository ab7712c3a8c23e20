import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countCandidates, type SumProblem } from '../testing/brute-force-audit.ts';
import { suppress1D } from './suppress-1d.ts';
import { suppress2D } from './suppress-2d.ts';

const K = 5;

interface Table {
  readonly values: Readonly<Record<string, number>>;
  readonly sums: SumProblem['sums'];
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const isSmall = (value: number | undefined) => value !== undefined && value > 0 && value < K;

/** Small values and zeros are frequent, so that most tables need cover. */
const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 30 }));

/** The names of the faults of a pattern; an empty list means it is safe. */
function faults({ values, sums }: Table, hidden: readonly string[]): readonly string[] {
  const unknowns = new Map(hidden.map((id) => [id, 1]));
  const known = new Map(Object.entries(values).filter(([id]) => !unknowns.has(id)));
  return Object.entries(values).flatMap(([id, value]) => {
    if (value === 0 && unknowns.has(id)) return [`zero ${id} is hidden`];
    if (!isSmall(value)) return [];
    if (!unknowns.has(id)) return [`small ${id} is shown`];
    return countCandidates({ unknowns, known, sums }, id, K) < K ? [`${id} is narrow`] : [];
  });
}

describe('one table', () => {
  test('whatever the parts, no small one can be guessed among fewer than five', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), (parts) => {
        const input = {
          threshold: K,
          parts: parts.map((value, i) => ({ id: `P${String(i)}`, value })),
          total: sum(parts),
        };
        const ids = input.parts.map(({ id }) => id);
        const values = {
          ...Object.fromEntries(input.parts.map((part) => [part.id, part.value] as const)),
          _T: input.total,
        };
        expect(faults({ values, sums: [['_T', ids]] }, suppress1D(input).hidden)).toEqual([]);
      }),
    );
  });

  const grid = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([rows, cols]) =>
      fc.array(fc.array(count, { minLength: cols, maxLength: cols }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  test('whatever the rows and columns, no small cell can be guessed among fewer than five', () => {
    fc.assert(
      fc.property(grid, (inner) => {
        const table = crossTable(inner);
        const { hidden } = suppress2D({ threshold: K, ...table, cells: table.values });
        expect(faults(table, hidden)).toEqual([]);
      }),
    );
  });

  test('the order in which cells arrive does not change the pattern', () => {
    fc.assert(
      fc.property(grid, (inner) => {
        const table = crossTable(inner);
        const reversed = Object.fromEntries(Object.entries(table.values).reverse());
        expect(suppress2D({ threshold: K, ...table, cells: reversed })).toEqual(
          suppress2D({ threshold: K, ...table, cells: table.values }),
        );
      }),
    );
  });
});

function crossTable(inner: readonly (readonly number[])[]) {
  const rows = inner.map((_, i) => `R${String(i)}`);
  const cols = (inner[0] ?? []).map((_, i) => `C${String(i)}`);
  const column = (i: number) => inner.map((row) => row[i] ?? 0);
  const withTotal = [...inner, cols.map((_, i) => sum(column(i)))].map((row) => [...row, sum(row)]);
  const [allRows, allCols] = [
    [...rows, '_T'],
    [...cols, '_T'],
  ];
  const values = Object.fromEntries(
    allRows.flatMap((r, i) => allCols.map((c, j) => [`${r}|${c}`, withTotal[i]?.[j] ?? 0])),
  );
  const sums: SumProblem['sums'] = [
    ...allRows.map((r) => [`${r}|_T`, cols.map((c) => `${r}|${c}`)] as const),
    ...allCols.map((c) => [`_T|${c}`, rows.map((r) => `${r}|${c}`)] as const),
  ];
  return { rows, cols, values, sums };
}
