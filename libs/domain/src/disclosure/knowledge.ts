import { at } from './at.ts';
import { FeasibleIntervals } from './feasible-intervals.ts';
import type { SumSystem } from './sum-system.ts';

/**
 * Which nodes a reader does not know, while a plan hides and shows nodes. It also keeps track of how
 * many unknown nodes each equation holds and how far they can move.
 */
export class Knowledge {
  readonly #system: SumSystem;
  readonly #unknown = new Set<number>();
  readonly #unknownIn: number[];
  readonly #intervals: FeasibleIntervals;

  /** `unknown`: the nodes that are hidden at the start. */
  constructor(system: SumSystem, unknown: Iterable<number>) {
    this.#system = system;
    this.#intervals = new FeasibleIntervals(system);
    this.#unknownIn = system.equations.map(() => 0);
    for (const node of unknown) this.hide(node);
  }

  // A property, so that it can be handed on as a function.
  readonly isUnknown = (node: number): boolean => this.#unknown.has(node);

  unknownIn(equation: number): number {
    return at(this.#unknownIn, equation);
  }

  /** Has this unknown node fewer than k candidates left? */
  isNarrow(node: number): boolean {
    return this.#intervals.isNarrow(node);
  }

  hide(node: number): void {
    if (this.#unknown.has(node)) return;
    this.#unknown.add(node);
    this.#intervals.free(node);
    this.#count(node, 1);
  }

  show(node: number): void {
    if (!this.#unknown.delete(node)) return;
    this.#intervals.fix(node);
    this.#count(node, -1);
  }

  #count(node: number, change: 1 | -1): void {
    for (const equation of this.#system.touching(node)) {
      this.#unknownIn[equation] = this.unknownIn(equation) + change;
    }
  }
}
