import type { SumSystem } from './sum-system.ts';

/** Which nodes have to be covered, and which may cover them. Nodes are numbered in cell order, those of one cell by value. */
export interface CoverTask {
  readonly system: SumSystem;
  /** The equations of the table or release that is being planned, in equation order. */
  readonly equations: readonly number[];
  /** Protected nodes, in node order: each must keep at least k candidates. */
  readonly guarded: readonly number[];
  /** Could this node still be hidden from readers? It can if it is above zero and no release shows it. */
  readonly canHide: (node: number) => boolean;
  /** Is the sum of this equation hidden only if nothing else is left (a total, a table's margin)? */
  readonly isLastResort: (equation: number) => boolean;
}
