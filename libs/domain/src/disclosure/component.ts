import { at } from './at.ts';
import { nodesOf, type SumSystem } from './sum-system.ts';

/** What a reader has to solve together: unknown nodes and the equations that link them. */
export interface Component {
  readonly nodes: readonly number[];
  readonly equations: readonly number[];
}

/** The component of an unknown node: reached through equations and unknown nodes only. */
export function componentOf(
  system: SumSystem,
  isUnknown: (node: number) => boolean,
  start: number,
): Component {
  const nodes = new Set([start]);
  const equations = new Set<number>();
  for (const node of nodes) {
    for (const index of system.touching(node)) {
      if (equations.has(index)) continue;
      equations.add(index);
      for (const next of nodesOf(at(system.equations, index))) {
        if (isUnknown(next)) nodes.add(next);
      }
    }
  }
  return { nodes: [...nodes], equations: [...equations] };
}
