import type { Cell, CellBook } from './cell-book.ts';
import { sumsThatHold, type CellSum } from './cell-sums.ts';
import type { ReleaseTable } from './release-table.ts';
import { ShownValues } from './shown-values.ts';
import { SumSystem, type SumEquation } from './sum-system.ts';

/** A cell with a value: the same value in two releases is one unknown, two values are two. */
export interface CellNode {
  readonly cell: Cell;
  readonly value: number;
}

/** All releases of an indicator and year as one system, numbered in cell order, then by value. */
export interface JointSystem {
  readonly system: SumSystem;
  readonly nodes: readonly CellNode[];
  readonly nodeOf: (key: string, value: number) => number | undefined;
  /** The equations of the last release, in equation order. */
  readonly lastEquations: readonly number[];
  /** Hidden, and no release gives them away by showing the cell. */
  readonly unknown: ReadonlySet<number>;
  /** Unknown nodes that are small, or were hidden after the cell was hidden and small; in order. */
  readonly guarded: readonly number[];
}

/** Source: methods.md 2.6, Nodes. */
export function joinReleases(book: CellBook, releases: readonly ReleaseTable[]): JointSystem {
  const nodes = collectNodes(book, releases);
  const numbers = new Map(
    nodes.map(({ cell, value }, node) => [`${cell.key}=${String(value)}`, node]),
  );
  const nodeOf = (key: string, value: number) => numbers.get(`${key}=${String(value)}`);
  const { equations, lastEquations } = collectEquations(book, releases, nodeOf);
  const { unknown, guarded, low } = assess(book, releases, nodeOf);
  const system = new SumSystem(
    nodes.map(({ cell, value }, node) => ({
      value,
      low: low.get(node) ?? 1,
      threshold: cell.threshold,
    })),
    equations,
  );
  const inOrder = [...guarded].sort((a, b) => a - b);
  return { system, nodes, nodeOf, lastEquations, unknown, guarded: inOrder };
}

type NodeOf = JointSystem['nodeOf'];

function collectNodes(book: CellBook, releases: readonly ReleaseTable[]): readonly CellNode[] {
  const values = new Map<string, Set<number>>();
  for (const { cells } of releases) {
    for (const [key, value] of cells) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return [...values]
    .map(([key, seen]) => ({ cell: book.cell(key), seen: [...seen].sort((a, b) => a - b) }))
    .sort((a, b) => book.compare(a.cell, b.cell))
    .flatMap(({ cell, seen }) => seen.map((value) => ({ cell, value })));
}

function collectEquations(book: CellBook, releases: readonly ReleaseTable[], nodeOf: NodeOf) {
  const equations: SumEquation[] = [];
  const indexOf = new Map<string, number>();
  let lastEquations: number[] = [];
  for (const { cells } of releases) {
    const node = ({ key }: Cell) => nodeOf(key, cells.get(key) ?? NaN) ?? -1;
    lastEquations = sumsThatHold(book, cells).map(({ total, members }: CellSum) => {
      const equation = { total: node(total), members: members.map(node) };
      const id = [equation.total, ...equation.members].join(' ');
      const index = indexOf.get(id) ?? equations.push(equation) - 1;
      indexOf.set(id, index);
      return index;
    });
  }
  return { equations, lastEquations };
}

function assess(book: CellBook, releases: readonly ReleaseTable[], nodeOf: NodeOf) {
  const shown = new ShownValues(releases);
  const hiddenBefore = new Set<string>();
  const smallBefore = new Set<string>();
  const unknown = new Set<number>();
  const guarded = new Set<number>();
  const low = new Map<number, number>();
  for (const { cells, hidden } of releases) {
    const hiddenNow = [...hidden].map((key) => {
      const cell = book.cell(key);
      const value = cells.get(key) ?? NaN;
      return { key, cell, value, small: book.isGuarded(cell, value) };
    });
    for (const { key, cell, value, small } of hiddenNow) {
      const node = nodeOf(key, value) ?? -1;
      // A reader knows that a cell is above zero only from its first hiding: sticky cells may be 0.
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
