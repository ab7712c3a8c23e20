import { at } from './at.ts';
import { isSmall, toCount, type Count } from './count.ts';
import { intervals, isNarrow, type Interval } from './interval.ts';
import { linkTable, type CrossTable, type ListTable } from './table.ts';

export type AuditPatternInput = (ListTable | CrossTable) & {
  readonly threshold: number;
  /** The least value that a reader knows every hidden cell to have: 1, because zeros are published. */
  readonly lowerBound?: Count | undefined;
  readonly hidden: readonly string[];
};

/** [lo, hi] by cell; hi is null where nothing bounds it. */
export type IntervalsById = Readonly<Record<string, readonly [number, number | null]>>;

export interface PatternAudit {
  readonly safe: boolean;
  /** Small cells that are shown or have fewer than k candidates, in code order. */
  readonly unsafeCells: readonly string[];
  /** The feasibility interval of every hidden cell. */
  readonly intervals: IntervalsById;
}

/**
 * What a reader can work out from one table with some cells hidden: every small cell (0 < v < k)
 * must be hidden and keep hi − lo ≥ k − 1, where [lo, hi] is its feasibility interval.
 * Throws RangeError if a value is not a count or the sums contradict each other.
 * Source: methods.md 2.2.
 */
export function auditPattern(input: AuditPatternInput): PatternAudit {
  const { ids, system } = linkTable(input, input.threshold, toCount(input.lowerBound ?? 1));
  const names = new Set(input.hidden);
  const isHidden = (node: number) => names.has(at(ids, node));
  const intervalOf = intervals(system, isHidden);
  const found = new Map<number, Interval>();
  for (const node of ids.keys()) if (isHidden(node)) found.set(node, intervalOf(node));
  const unsafeCells = ids.filter((_, node) => {
    if (!isSmall(at(system.nodes, node).value, input.threshold)) return false;
    const interval = found.get(node);
    return interval === undefined || isNarrow(interval, input.threshold);
  });
  return { safe: unsafeCells.length === 0, unsafeCells, intervals: byId(ids, found) };
}

function byId(ids: readonly string[], found: ReadonlyMap<number, Interval>): IntervalsById {
  return Object.fromEntries(
    [...found].map(([node, { lo, hi }]) => [at(ids, node), [lo, hi] as const]),
  );
}
