import { at } from './at.ts';
import type { Cell, CellIndex } from './cell-index.ts';
import { sumsThatHold, type CellSum } from './cell-sums.ts';
import { othersIn } from './complement.ts';
import type { ReleaseTable } from './release-table.ts';
import { ShownValues } from './shown-values.ts';
import { SumSystem, type SumEquation } from './sum-system.ts';

/** A cell with a value: the same value in two releases is one unknown, two values are two unknowns. */
export interface CellNode {
  readonly cell: Cell;
  readonly value: number;
}

/** All releases of the counts that are planned together, as one system; nodes are numbered in cell order, then by value. */
export interface JointSystem {
  readonly system: SumSystem;
  readonly nodes: readonly CellNode[];
  readonly nodeOf: (key: string, value: number) => number | undefined;
  /** The sums of the last release, in equation order. */
  readonly lastEquations: readonly number[];
  /** Hidden nodes that no release gives away by showing the cell. */
  readonly unknown: ReadonlySet<number>;
  /** Unknown nodes that are small, or whose cell an earlier release hid when it was small; in node order. */
  readonly guarded: readonly number[];
}

/** Source: methods.md 2.6, Nodes; 2.7. */
export function joinReleases(cellIndex: CellIndex, tables: readonly ReleaseTable[]): JointSystem {
  const releases = tables.map((table) => ({ ...table, others: othersIn(cellIndex, table) }));
  const all = releases.map(({ others, ...table }) => ({
    ...table,
    cells: new Map([
      ...table.cells,
      ...others.map(({ cell, value }) => [cell.key, value] as const),
    ]),
    hidden: new Set([...table.hidden, ...others.map(({ cell }) => cell.key)]),
  }));
  const nodes = collectNodes(cellIndex, all);
  const numbers = new Map(
    nodes.map(({ cell, value }, node) => [`${cell.key}=${String(value)}`, node]),
  );
  const nodeOf = (key: string, value: number) => numbers.get(`${key}=${String(value)}`);
  const { equations, lastEquations } = collectEquations(cellIndex, releases, nodeOf);
  const { unknown, guarded, low } = assess(cellIndex, all, nodeOf);
  for (const { cell, value } of releases.flatMap(({ others }) => others))
    low.set(nodeOf(cell.key, value) ?? -1, 0);
  const limits = limitTold(nodes, all, nodeOf, low, unknown);
  const limited = [...nodes, ...limits.nodes];
  const system = new SumSystem(
    limited.map(({ cell, value }, node) => ({
      value,
      low: low.get(node) ?? 1,
      threshold: cell.threshold,
    })),
    [...equations, ...limits.equations],
  );
  const inOrder = [...guarded].sort((a, b) => a - b);
  return { system, nodes: limited, nodeOf, lastEquations, unknown, guarded: inOrder };
}

type NodeOf = JointSystem['nodeOf'];

function collectNodes(
  cellIndex: CellIndex,
  releases: readonly ReleaseTable[],
): readonly CellNode[] {
  const values = new Map<string, Set<number>>();
  for (const { cells } of releases) {
    for (const [key, value] of cells) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return [...values]
    .map(([key, seen]) => ({ cell: cellIndex.cell(key), seen: [...seen].sort((a, b) => a - b) }))
    .sort((a, b) => cellIndex.compare(a.cell, b.cell))
    .flatMap(({ cell, seen }) => seen.map((value) => ({ cell, value })));
}

type WithOthers = ReleaseTable & { readonly others: ReturnType<typeof othersIn> };

function collectEquations(cellIndex: CellIndex, releases: readonly WithOthers[], nodeOf: NodeOf) {
  const equations: SumEquation[] = [];
  const indexOf = new Map<string, number>();
  const add = (total: number, members: readonly number[]) => {
    const id = [total, ...members].join(' ');
    const index = indexOf.get(id) ?? equations.push({ total, members }) - 1;
    indexOf.set(id, index);
    return index;
  };
  let lastEquations: number[] = [];
  for (const { cells } of releases) {
    const node = ({ key }: Cell) => nodeOf(key, cells.get(key) ?? NaN) ?? -1;
    lastEquations = sumsThatHold(cellIndex, cells).map(({ total, members }: CellSum) =>
      add(node(total), members.map(node)),
    );
  }
  for (const { cells, others } of releases) {
    const node = ({ key }: Cell) => nodeOf(key, cells.get(key) ?? NaN) ?? -1;
    for (const { cell, value, numerator, denominator } of others)
      add(node(denominator), [node(numerator), nodeOf(cell.key, value) ?? -1]);
  }
  return { equations, lastEquations };
}

/**
 * Adds the bounds that printed rates set: a lower bound goes into `low`; an upper bound becomes a sum of its own, made of the
 * hidden count and its distance to the bound.
 */
function limitTold(
  nodes: readonly CellNode[],
  releases: readonly ReleaseTable[],
  nodeOf: NodeOf,
  low: Map<number, number>,
  unknown: Set<number>,
) {
  const bounds = new Map<number, { low: number; high: number }>();
  for (const { cells, told } of releases) {
    for (const [key, { low, high }] of told ?? []) {
      const value = cells.get(key) ?? NaN;
      const node = nodeOf(key, value);
      if (node === undefined || !unknown.has(node) || value < low || value > (high ?? Infinity))
        continue;
      const known = bounds.get(node) ?? { low: 0, high: Infinity };
      const most = Math.min(known.high, high ?? Infinity);
      bounds.set(node, { low: Math.max(known.low, low), high: most });
    }
  }
  const added: CellNode[] = [];
  const equations = [...bounds].flatMap(([node, told]): SumEquation[] => {
    const { cell, value } = at(nodes, node);
    low.set(node, Math.max(low.get(node) ?? 1, told.low));
    if (told.high === Infinity) return [];
    const bound = { ...cell, key: `${cell.key} ≤` };
    const total = nodes.length + added.length;
    added.push({ cell: bound, value: told.high }, { cell: bound, value: told.high - value });
    low.set(total + 1, 0);
    unknown.add(total + 1);
    return [{ total, members: [node, total + 1] }];
  });
  return { nodes: added, equations };
}

function assess(cellIndex: CellIndex, releases: readonly ReleaseTable[], nodeOf: NodeOf) {
  const shown = new ShownValues(releases);
  const hiddenBefore = new Set<string>();
  const smallBefore = new Set<string>();
  const unknown = new Set<number>();
  const guarded = new Set<number>();
  const low = new Map<number, number>();
  for (const { cells, hidden } of releases) {
    const hiddenNow = [...hidden].map((key) => {
      const cell = cellIndex.cell(key);
      const value = cells.get(key) ?? NaN;
      return { key, cell, value, small: cellIndex.isGuarded(cell, value) };
    });
    for (const { key, cell, value, small } of hiddenNow) {
      const node = nodeOf(key, value) ?? -1;
      // A reader knows that a hidden cell is above zero only when it is first hidden: later it stays hidden even if it becomes 0.
      const least = hiddenBefore.has(key) || value === 0 ? 0 : 1;
      low.set(node, Math.max(low.get(node) ?? 0, least));
      if (shown.giveAway(cell, value)) continue;
      unknown.add(node);
      if (small || smallBefore.has(key)) guarded.add(node);
    }
    for (const { key, small } of hiddenNow) {
      hiddenBefore.add(key);
      if (small) smallBefore.add(key);
    }
  }
  return { unknown, guarded, low };
}
