import { at } from './at.ts';
import { isSmall } from './count.ts';
import type { CoverTask } from './cover-task.ts';
import { growCover } from './grow-cover.ts';
import { Knowledge } from './knowledge.ts';
import { pruneCover } from './prune-cover.ts';
import { describeSuppression, type Suppression } from './suppression.ts';
import { linkTable, type CrossTable } from './table.ts';

export type Suppress2DInput = CrossTable & { readonly threshold: number };

/**
 * Hides the small cells of rows × columns with both margins, and others until every small cell keeps
 * at least k candidates; then shows again what turned out needless. Zeros are published. A margin is
 * hidden to cover others only if its line has nothing else left.
 *
 * The search for a cover is the one of releases (2.6 step 3): it also checks lines first and
 * intervals after, and always finds one here, because nothing bounds the cells once all non-zero ones are hidden.
 * Throws RangeError if a value is not a count or the table does not add up.
 *
 * Source: methods.md 2.2, 2-D.
 * @public
 */
export function suppress2D(input: Suppress2DInput): Suppression {
  const { threshold } = input;
  const { ids, system } = linkTable(input, threshold);
  const value = (node: number) => at(system.nodes, node).value;
  const nodes = [...ids.keys()];
  const small = nodes.filter((node) => isSmall(value(node), threshold));
  const task: CoverTask = {
    system,
    equations: [...system.equations.keys()],
    guarded: small,
    canHide: (node) => value(node) > 0,
    isLastResort: () => true,
  };
  const knowledge = new Knowledge(system, small);
  growCover(task, knowledge);
  const cover = nodes.filter((node) => knowledge.isUnknown(node) && !small.includes(node));
  pruneCover(task, knowledge, cover);
  const named = (list: readonly number[]) => list.map((node) => at(ids, node));
  return describeSuppression(
    input,
    threshold,
    named(small),
    named(nodes.filter(knowledge.isUnknown)),
  );
}
