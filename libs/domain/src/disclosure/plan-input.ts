import { compareNatural } from '../values/natural-order.ts';
import type { CellIndex } from './cell-index.ts';
import { parseCount, type Count } from './count.ts';
import { faceId, faceOf, MAX_DEPTH, type AreaFace } from './release-table.ts';

export type CellProblem =
  | { readonly code: 'UNKNOWN_CODE' | 'NOT_A_COUNT'; readonly cell: string }
  | ({ readonly code: 'FACE_TOO_DEEP' } & AreaFace);

export interface ReadCells {
  readonly cells: ReadonlyMap<string, number>;
  readonly problems: readonly CellProblem[];
  readonly isValid: boolean;
}

/**
 * Reads the counts of a release: null is absent; a code that is not listed or a value that is not a
 * whole number ≥ 0 makes all of it invalid; faces of three or more breakdowns are dropped and named.
 * Source: methods.md 2.6 step 0.
 */
export function readCells(
  cellIndex: CellIndex,
  input: Readonly<Record<string, Count | null>>,
): ReadCells {
  const given = Object.entries(input).flatMap(([key, value]) =>
    value === null ? [] : [{ cell: cellIndex.cell(key), value: parseCount(value) }],
  );
  const unknown = given.filter(({ cell }) => !cell.isListed);
  const uncounted = given.filter(({ value }) => value === null);
  if (unknown.length + uncounted.length > 0) {
    const keys = (list: typeof given) => list.map(({ cell }) => cell.key).sort(compareNatural);
    const problems = [
      ...keys(uncounted).map((cell) => ({ code: 'NOT_A_COUNT', cell }) as const),
      ...keys(unknown).map((cell) => ({ code: 'UNKNOWN_CODE', cell }) as const),
    ];
    return { cells: new Map(), problems, isValid: false };
  }
  const inOrder = given.sort((a, b) => cellIndex.compare(a.cell, b.cell));
  const deep = inOrder.filter(({ cell }) => cell.dims.length > MAX_DEPTH);
  const deepFaces = new Map(deep.map(({ cell }) => [faceId(cell), cell]));
  return {
    cells: new Map(
      inOrder
        .filter(({ cell }) => cell.dims.length <= MAX_DEPTH)
        .map(({ cell, value }) => [cell.key, value ?? 0]),
    ),
    problems: [...deepFaces.values()].map((cell) => ({
      code: 'FACE_TOO_DEEP',
      ...faceOf(cell),
    })),
    isValid: true,
  };
}
