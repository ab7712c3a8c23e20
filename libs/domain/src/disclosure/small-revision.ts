import type { Cell } from './cell-index.ts';
import { sumsThatHold, type CellSum } from './cell-sums.ts';
import { isSmall } from './count.ts';
import type { PlanDraft } from './plan-draft.ts';

/** A shown sum whose hidden members together changed by fewer than k people. */
export interface SmallRevision {
  readonly code: 'SMALL_REVISION';
  readonly cell: string;
}

interface Pattern {
  readonly cells: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<string>;
}

/**
 * The first sum, shown now and in the last release that showed it, with the same members hidden then
 * and now, whose hidden part changed by 1 to k − 1: the difference of the two tables would give those
 * few away. The revision waits for the yearly release. Source: methods.md 2.6 step 6, 2.5 Revised total.
 */
export function smallRevision(
  { cellIndex, earlier, cells }: PlanDraft,
  hidden: ReadonlySet<string>,
): SmallRevision | null {
  const now: Pattern = { cells, hidden };
  const before = earlier.tables.map((table) => {
    const sums = sumsThatHold(cellIndex, table.cells);
    return { table, sums: new Map(sums.map((sum) => [sumId(sum), sum])) };
  });
  for (const sum of sumsThatHold(cellIndex, cells)) {
    const last = before.findLast(({ table }) => isShown(sum.total, table));
    if (!isShown(sum.total, now) || !last?.sums.has(sumId(sum))) continue;
    const members = hiddenMembers(sum, now);
    const [first] = members;
    if (first === undefined || !isSame(members, hiddenMembers(sum, last.table))) continue;
    const change = Math.abs(sumOf(members, now) - sumOf(members, last.table));
    if (isSmall(change, first.threshold)) return { code: 'SMALL_REVISION', cell: sum.total.key };
  }
  return null;
}

function sumId({ total, members }: CellSum): string {
  return [total, ...members].map(({ key }) => key).join(' ');
}

function isShown({ key }: Cell, { cells, hidden }: Pattern): boolean {
  return cells.has(key) && !hidden.has(key);
}

function hiddenMembers({ members }: CellSum, { hidden }: Pattern): readonly Cell[] {
  return members.filter(({ key }) => hidden.has(key));
}

function isSame(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}

function sumOf(members: readonly Cell[], { cells }: Pattern): number {
  return members.reduce((sum, { key }) => sum + (cells.get(key) ?? 0), 0);
}
