import { at } from './at.ts';
import { componentOf } from './component.ts';
import type { CoverTask } from './cover-task.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Shows cover again that has become needless: `cover` are the nodes hidden only to protect others.
 * Tries the largest value first, of equal ones the last, and shows it if no protected node becomes narrow.
 * Showing a node can narrow only nodes of its component, nearest first. Source: methods.md 2.6 step 4.
 */
export function pruneCover(task: CoverTask, knowledge: Knowledge, cover: readonly number[]): void {
  const guarded = new Set(task.guarded);
  const value = (node: number) => at(task.system.nodes, node).value;
  for (const node of [...cover].sort((a, b) => value(b) - value(a) || b - a)) {
    const { nodes } = componentOf(task.system, knowledge.isUnknown, node);
    knowledge.show(node);
    const narrows = nodes.some((other) => guarded.has(other) && knowledge.isNarrow(other));
    if (narrows) knowledge.hide(node);
  }
}
