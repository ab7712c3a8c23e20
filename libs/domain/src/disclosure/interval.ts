import { at } from './at.ts';
import { roundedOff } from './feasible-intervals.ts';
import { Simplex } from './simplex.ts';
import type { SumSystem } from './sum-system.ts';

/** What a reader can work out about a hidden count; `hi` is null where nothing bounds it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number | null;
}

/**
 * Answers, for one state of knowledge, in which interval each unknown node lies: minimum and maximum
 * over all real solutions of the sums, known nodes fixed, unknown ones ≥ their bounds, rounded to
 * 1e-6. All questions share the basis where the last one ended.
 *
 * Throws RangeError if what is known contradicts itself. Source: methods.md 2.6, Nodes and Solver.
 */
export function intervals(
  system: SumSystem,
  isUnknown: (node: number) => boolean,
): (node: number) => Interval {
  const simplex = new Simplex(system);
  for (const node of system.nodes.keys()) if (isUnknown(node)) simplex.free(node);
  return (node) => {
    const { value } = at(system.nodes, node);
    const above = simplex.push(node, 1, Infinity);
    const below = simplex.push(node, -1, Infinity);
    return {
      lo: roundedOff(value - below),
      hi: above === Infinity ? null : roundedOff(value + above),
    };
  };
}

/** Fewer candidates than the threshold: ⌊hi⌋ − ⌈lo⌉ < k − 1. An interval without a maximum is never narrow. */
export function isNarrow(interval: Interval, threshold: number): boolean {
  return interval.hi !== null && Math.floor(interval.hi) - Math.ceil(interval.lo) < threshold - 1;
}
