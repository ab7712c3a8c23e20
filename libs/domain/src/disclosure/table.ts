import { toCount, type Count } from './count.ts';
import { SumSystem, type SumEquation, type SumNode } from './sum-system.ts';

/** The code of a margin. */
export const TOTAL = '_T';

/** Parts with their total. */
export interface ListTable {
  readonly parts: readonly { readonly id: string; readonly value: Count }[];
  readonly total: Count;
}

/** Rows × columns with both margins: cells by `row|column`, margins under `_T`. */
export interface CrossTable {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly cells: Readonly<Record<string, Count>>;
}

/** One table as a system of sums; `ids` names its nodes, in code order, margins last. */
export interface LinkedTable {
  readonly ids: readonly string[];
  readonly system: SumSystem;
}

/** Throws RangeError if a value is not a count or a cell is missing. */
export function linkTable(
  table: ListTable | CrossTable,
  threshold: number,
  lowerBound = 1,
): LinkedTable {
  const { values, sums } = 'parts' in table ? list(table) : cross(table);
  const ids = [...values.keys()];
  const index = new Map(ids.map((id, i) => [id, i]));
  const node = (id: string): number => index.get(id) ?? -1;
  const nodes: SumNode[] = ids.map((id) => ({
    value: toCount(values.get(id) ?? ''),
    low: lowerBound,
    threshold,
  }));
  const equations: SumEquation[] = sums.map(([total, members]) => ({
    total: node(total),
    members: members.map(node),
  }));
  return { ids, system: new SumSystem(nodes, equations) };
}

interface NamedSums {
  readonly values: ReadonlyMap<string, Count | undefined>;
  readonly sums: readonly (readonly [string, readonly string[]])[];
}

function list({ parts, total }: ListTable): NamedSums {
  const values = new Map([...parts.map(({ id, value }) => [id, value] as const), [TOTAL, total]]);
  return { values, sums: [[TOTAL, parts.map(({ id }) => id)]] };
}

function cross({ rows, cols, cells }: CrossTable): NamedSums {
  const allRows = [...rows, TOTAL];
  const allCols = [...cols, TOTAL];
  const key = (row: string, col: string) => `${row}|${col}`;
  const keys = allRows.flatMap((row) => allCols.map((col) => key(row, col)));
  return {
    values: new Map(keys.map((id) => [id, cells[id]])),
    sums: [
      ...allRows.map((row) => [key(row, TOTAL), cols.map((col) => key(row, col))] as const),
      ...allCols.map((col) => [key(TOTAL, col), rows.map((row) => key(row, col))] as const),
    ],
  };
}
