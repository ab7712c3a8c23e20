import { at } from './at.ts';
import { componentOf } from './component.ts';
import type { CoverTask } from './cover-task.ts';
import type { Knowledge } from './knowledge.ts';

/** A node that might be hidden to cover others. */
interface Candidate {
  readonly node: number;
  /** It was found as the sum of an equation, never as a member. */
  readonly isSum: boolean;
}

/**
 * The nodes of some equations that can be hidden: members, and sums that are not a last resort; only
 * if there are none, the sums that are one. Source: methods.md 2.6 step 3.
 */
function candidatesIn(
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
 * The candidate that costs least: the one that opens the fewest closed equations (those without an
 * unknown); of these a member before a sum, then the smallest, then the first. The equation that a
 * candidate was found through holds an unknown already, so it never counts. Source: methods.md 2.6 step 3.
 */
function best(task: CoverTask, knowledge: Knowledge, candidates: readonly Candidate[]): number {
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

/** A protected node that nothing left can cover, and the equations that give it away. */
export interface UncoveredNode {
  readonly node: number;
  readonly equations: readonly number[];
}

/**
 * Hides nodes, one a round, until every protected node keeps at least k candidates; null when done,
 * else the first protected node that cannot be covered.
 *
 * It first treats the lines that can be judged by themselves, the one with the fewest candidates
 * first; when no line needs more, it checks the intervals. Hiding more never narrows an interval, so a
 * node that passed is not checked again. Source: methods.md 2.6 step 3.
 */
export function growCover(task: CoverTask, knowledge: Knowledge): UncoveredNode | null {
  const hopeless = new Set<number>();
  const passed = new Set<number>();
  for (;;) {
    const candidates = tightestLine(task, knowledge, hopeless);
    if (candidates !== null) {
      knowledge.hide(best(task, knowledge, candidates));
      continue;
    }
    const node = firstNarrow(task, knowledge, passed);
    if (node === null) return null;
    const nearby = candidatesIn(task, knowledge, task.system.touching(node));
    const { equations } = componentOf(task.system, knowledge.isUnknown, node);
    const found = nearby.length > 0 ? nearby : candidatesIn(task, knowledge, equations);
    if (found.length === 0) return { node, equations };
    knowledge.hide(best(task, knowledge, found));
  }
}

/** The candidates of the line that has the fewest; a line that has none is never looked at again. */
function tightestLine(
  task: CoverTask,
  knowledge: Knowledge,
  hopeless: Set<number>,
): readonly Candidate[] | null {
  const guarded = new Set(task.guarded);
  let tightest: readonly Candidate[] | null = null;
  for (const index of task.equations) {
    if (hopeless.has(index) || !asksForMore(task, knowledge, guarded, index)) continue;
    const candidates = candidatesIn(task, knowledge, [index]);
    if (candidates.length === 0) hopeless.add(index);
    else if (tightest === null || candidates.length < tightest.length) tightest = candidates;
  }
  return tightest;
}

/**
 * Does this line need another hidden node? A reader solves a single unknown exactly. Under a known
 * total, hidden members that share S = Σ(v − bound) have at most S + 1 candidates each, so a protected
 * one needs S ≥ k − 1.
 */
function asksForMore(
  task: CoverTask,
  knowledge: Knowledge,
  guarded: ReadonlySet<number>,
  index: number,
): boolean {
  const unknownCount = knowledge.unknownIn(index);
  if (unknownCount < 2) return unknownCount === 1;
  const { members, total } = at(task.system.equations, index);
  if (knowledge.isUnknown(total)) return false;
  const unknown = members.filter(knowledge.isUnknown);
  const toShare = unknown
    .map((node) => at(task.system.nodes, node))
    .reduce((sum, { value, low }) => sum + value - low, 0);
  return unknown.some(
    (node) => guarded.has(node) && toShare < at(task.system.nodes, node).threshold - 1,
  );
}

function firstNarrow(task: CoverTask, knowledge: Knowledge, passed: Set<number>): number | null {
  for (const node of task.guarded) {
    if (passed.has(node)) continue;
    if (knowledge.isNarrow(node)) return node;
    passed.add(node);
  }
  return null;
}
