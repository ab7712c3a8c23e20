import { at } from './at.ts';
import { Simplex } from './simplex.ts';
import type { SumSystem } from './sum-system.ts';

/** How many possible tables are remembered; after that, each new one replaces the oldest. */
const KEPT = 256;

/** A table that a reader must consider possible as long as no node that moved in it is shown. */
interface PossibleTable {
  /** How far each node has moved from its true value; the nodes left out have not. */
  readonly moved: ReadonlyMap<number, number>;
  /** How many of the moved nodes are shown. */
  shown: number;
}

/**
 * Whether hidden counts keep k candidates, for a reader's knowledge that changes node by node while a
 * plan grows and is pruned.
 *
 * To a reader, every table that breaks no published sum is possible. Once the remembered tables span k
 * candidates of a node, its interval does too, and its optimum need not be looked for; a table found
 * for one node serves all nodes that moved in it. Source: methods.md 2.6, Solver.
 */
export class FeasibleIntervals {
  readonly #system: SumSystem;
  readonly #simplex: Simplex;
  #tables: PossibleTable[] = [];

  constructor(system: SumSystem) {
    this.#system = system;
    this.#simplex = new Simplex(system);
  }

  /** The node is hidden from now on; tables that were possible stay possible. */
  free(node: number): void {
    this.#simplex.free(node);
    for (const table of this.#tables) if (table.moved.has(node)) table.shown--;
  }

  /** The node is shown from now on. */
  fix(node: number): void {
    this.#simplex.fix(node);
    for (const table of this.#tables) if (table.moved.has(node)) table.shown++;
  }

  /** Has a hidden node fewer than k candidates? */
  isNarrow(node: number): boolean {
    // ⌊most⌋ − ⌈least⌉ ≥ k − 1, and the true value is whole
    const needed = at(this.#system.nodes, node).threshold - 1;
    let above = 0;
    let below = 0;
    for (const { moved, shown } of this.#tables) {
      if (shown > 0) continue;
      const deviation = moved.get(node) ?? 0;
      if (deviation > above) above = Math.floor(roundedOff(deviation));
      if (-deviation > below) below = Math.floor(roundedOff(-deviation));
      if (above + below >= needed) return false;
    }
    above = this.#push(node, 1, needed - below);
    if (above + below >= needed) return false;
    below = this.#push(node, -1, needed - above);
    return above + below < needed;
  }

  /** How many whole steps the node can move, up to `limit`. */
  #push(node: number, sign: 1 | -1, limit: number): number {
    const reached = this.#simplex.push(node, sign, limit);
    this.#tables.push({ moved: this.#simplex.moved(), shown: 0 });
    if (this.#tables.length > KEPT) this.#tables.shift();
    return Math.floor(roundedOff(reached));
  }
}

/** Rounds to 1e-6, so that 2.9999999999 counts as 3; what rounds to zero is 0, never −0. */
export function roundedOff(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
