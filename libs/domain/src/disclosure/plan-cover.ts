import { at } from './at.ts';
import type { Cell } from './cell-index.ts';
import type { CoverTask } from './cover-task.ts';
import { growCover } from './grow-cover.ts';
import { joinReleases, type JointSystem } from './joint-system.ts';
import { Knowledge } from './knowledge.ts';
import type { PlanDraft } from './plan-draft.ts';
import { pruneCover } from './prune-cover.ts';
import { nodesOf } from './sum-system.ts';

/** The cells to hide, and where the search ended: `uncovered` is null if all are protected. */
export interface PlannedCover {
  readonly hidden: ReadonlySet<string>;
  readonly uncovered: UncoveredCell | null;
}

/** A cell that nothing left can cover, and the cells of the equations that give it away. */
export interface UncoveredCell {
  readonly cell: Cell;
  readonly giveaways: readonly Cell[];
}

/**
 * Hides small cells and what an earlier release hid; then adds cover until every protected node of all
 * releases keeps k candidates; then shows needless cover again. Source: methods.md 2.6 steps 3, 4.
 */
export function planCover(draft: PlanDraft): PlannedCover {
  const withOthers = new Set<string>();
  for (;;) {
    const planned = coverWith(draft, withOthers);
    // a count hidden just now and the other count of its share bound each other: plan again with their complement
    const more = [...planned.hidden].filter((key) => !withOthers.has(key));
    if (!draft.cellIndex.frame.shares?.length || planned.uncovered || more.length === 0)
      return planned;
    for (const key of more) withOthers.add(key);
  }
}

function coverWith(draft: PlanDraft, mayCover: ReadonlySet<string>): PlannedCover {
  const { cellIndex, earlier, cells } = draft;
  const fixed = new Set(
    draft
      .list()
      .filter((cell) => draft.isSmall(cell) || earlier.hid(cell))
      .map(({ key }) => key),
  );
  const candidate = { release: '', cells, hidden: fixed, cover: mayCover };
  const joint = joinReleases(cellIndex, [...earlier.tables, candidate]);
  const task = coverTask(draft, joint);
  const knowledge = new Knowledge(joint.system, joint.unknown);
  const stuck = growCover(task, knowledge);
  if (stuck === null) pruneCover(task, knowledge, coverNodes(knowledge, joint));
  const cover = coverNodes(knowledge, joint).map((node) => at(joint.nodes, node).cell.key);
  const hidden = new Set([...fixed, ...cover]);
  if (stuck === null) return { hidden, uncovered: null };
  const cellOf = (node: number) => at(joint.nodes, node).cell;
  const giveaways = stuck.equations
    .flatMap((index) => nodesOf(at(joint.system.equations, index)))
    .map(cellOf);
  return { hidden, uncovered: { cell: cellOf(stuck.node), giveaways } };
}

function coverTask({ earlier, cells }: PlanDraft, joint: JointSystem): CoverTask {
  const { system, nodes, lastEquations, guarded } = joint;
  return {
    system,
    equations: lastEquations,
    // No cover can protect what the earlier releases give away by themselves.
    guarded: guarded.filter((node) => {
      const { cell, value } = at(nodes, node);
      return !earlier.betray(cell, value);
    }),
    canHide: (node) => {
      const { cell, value } = at(nodes, node);
      return value > 0 && cells.get(cell.key) === value && !earlier.giveAway(cell, value);
    },
    isLastResort: (index) => at(nodes, at(system.equations, index).total).cell.dims.length === 0,
  };
}

/** The nodes that were hidden only as cover: neither small nor hidden by an earlier release. */
function coverNodes(knowledge: Knowledge, joint: JointSystem): readonly number[] {
  return [...joint.nodes.keys()].filter(
    (node) => knowledge.isUnknown(node) && !joint.unknown.has(node),
  );
}
