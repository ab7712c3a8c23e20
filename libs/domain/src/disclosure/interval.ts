import { at } from './at.ts';
import { componentOf, type Component } from './component.ts';
import { Polytope, type Equality } from './simplex.ts';
import { nodesOf, type SumNode, type SumSystem } from './sum-system.ts';

/** What a reader can work out about a hidden count; `hi` is null where nothing bounds it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number | null;
}

/**
 * Answers, for one state of knowledge, in which interval each unknown node lies: minimum and maximum
 * over all real solutions of the sums, known nodes fixed, unknown ones ≥ their bounds, rounded to
 * 1e-6. The part of the system that is linked to a node is set up once and shared by its neighbours.
 *
 * Throws RangeError if what is known contradicts itself. Source: methods.md 2.6, Nodes and Solver.
 */
export function intervals(
  system: SumSystem,
  isUnknown: (node: number) => boolean,
): (node: number) => Interval {
  const solved = new Map<number, (node: number) => Interval>();
  return (node) => {
    let solve = solved.get(node);
    if (solve === undefined) {
      const component = componentOf(system, isUnknown, node);
      solve = solver(system, component);
      for (const member of component.nodes) solved.set(member, solve);
    }
    return solve(node);
  };
}

/** Fewer candidates than the threshold: ⌊hi⌋ − ⌈lo⌉ < k − 1. What has no maximum is never narrow. */
export function isNarrow(interval: Interval, threshold: number): boolean {
  return interval.hi !== null && Math.floor(interval.hi) - Math.ceil(interval.lo) < threshold - 1;
}

function solver(system: SumSystem, component: Component): (node: number) => Interval {
  const columnOf = new Map(component.nodes.map((node, column) => [node, column]));
  const equalities = component.equations.map((index) => equality(system, index, columnOf));
  const polytope = new Polytope(equalities, component.nodes.length);
  return (node) => {
    const column = columnOf.get(node) ?? -1;
    const { low } = at(system.nodes, node);
    const hi = polytope.maximum(column);
    return {
      lo: low + settled(polytope.minimum(column)),
      hi: hi === null ? null : low + settled(hi),
    };
  };
}

/** An equation over x = low + y: known nodes and the bounds of unknown ones go to the right. */
function equality(
  system: SumSystem,
  index: number,
  columnOf: ReadonlyMap<number, number>,
): Equality {
  const equation = at(system.equations, index);
  const coefficients = new Map<number, number>();
  let constant = 0;
  for (const node of nodesOf(equation)) {
    const sign = node === equation.total ? -1 : 1;
    const column = columnOf.get(node);
    const { value, low }: SumNode = at(system.nodes, node);
    if (column !== undefined) coefficients.set(column, sign);
    constant -= sign * (column === undefined ? value : low);
  }
  return { coefficients, constant };
}

/** To 1e-6, so that 2.9999999999 counts as 3; adding zero turns −0 into 0. */
function settled(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
