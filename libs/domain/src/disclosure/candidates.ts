import { at } from './at.ts';
import type { CoverTask } from './cover-task.ts';
import type { Knowledge } from './knowledge.ts';

/** A node that might be hidden to cover others. */
export interface Candidate {
  readonly node: number;
  /** It was found as the sum of an equation, never as a member. */
  readonly isSum: boolean;
}

/**
 * The nodes of some equations that can be hidden: members, and sums that are no last resort; if
 * there are none, the sums that are. Source: methods.md 2.6 step 3.
 */
export function candidatesIn(
  task: CoverTask,
  knowledge: Knowledge,
  equations: readonly number[],
): readonly Candidate[] {
  const canHide = (node: number) => !knowledge.isUnknown(node) && task.canHide(node);
  const found = new Map<number, Candidate>();
  const lastResort = new Map<number, Candidate>();
  for (const index of equations) {
    const { members, total } = at(task.system.equations, index);
    for (const node of members) if (canHide(node)) found.set(node, { node, isSum: false });
    if (!canHide(total)) continue;
    const sums = task.isLastResort(index) ? lastResort : found;
    if (!sums.has(total)) sums.set(total, { node: total, isSum: true });
  }
  return [...(found.size > 0 ? found : lastResort).values()];
}

/**
 * The candidate that costs least: it opens the fewest equations that were closed, it is a member
 * before a sum, it is the smallest, it comes first. The equation it was found through holds an
 * unknown already and so never counts. Source: methods.md 2.6 step 3.
 */
export function best(
  task: CoverTask,
  knowledge: Knowledge,
  candidates: readonly Candidate[],
): number {
  const rank = ({ node, isSum }: Candidate) => [
    task.system.touching(node).filter((equation) => knowledge.unknownIn(equation) === 0).length,
    Number(isSum),
    at(task.system.nodes, node).value,
    node,
  ];
  const ranked = candidates.map((candidate) => ({ candidate, rank: rank(candidate) }));
  return ranked.reduce((a, b) => (isBefore(b.rank, a.rank) ? b : a)).candidate.node;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index >= 0 && at(a, index) < at(b, index);
}
