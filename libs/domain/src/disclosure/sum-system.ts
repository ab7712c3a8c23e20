/** A count that readers may or may not know. */
export interface SumNode {
  /** The true count. */
  readonly value: number;
  /** The least value a reader knows it to have when hidden: 1, as zeros are shown; for 0 see methods.md 2.6. */
  readonly low: number;
  /** k: fewer candidates than this give a small count away. */
  readonly threshold: number;
}

/** A published sum: node `total` = Σ nodes `members`, by index. */
export interface SumEquation {
  readonly total: number;
  readonly members: readonly number[];
}

/**
 * Counts linked by sums: one table, or all releases of an indicator and year.
 * The equations of a node are indexed, because every look-up starts at a node.
 */
export class SumSystem {
  readonly nodes: readonly SumNode[];
  readonly equations: readonly SumEquation[];
  readonly #touching: readonly number[][];

  constructor(nodes: readonly SumNode[], equations: readonly SumEquation[]) {
    this.nodes = nodes;
    this.equations = equations;
    this.#touching = nodes.map(() => []);
    equations.forEach((equation, index) => {
      for (const node of nodesOf(equation)) this.#touching[node]?.push(index);
    });
  }

  /** The indices of the equations that hold a node, as a member or as the sum. */
  touching(node: number): readonly number[] {
    return this.#touching[node] ?? [];
  }
}

export function nodesOf(equation: SumEquation): readonly number[] {
  return [...equation.members, equation.total];
}
