import { auditPattern, type IntervalsById } from './audit-pattern.ts';
import type { CrossTable, ListTable } from './table.ts';

/** Which cells of one table are hidden. Only `hidden` may ever be published. */
export interface Suppression {
  /** Small cells, in code order. */
  readonly primary: readonly string[];
  /** Small cells and their cover, in code order. */
  readonly hidden: readonly string[];
  /** The interval that a reader can still work out for each small cell. */
  readonly intervals: IntervalsById;
}

/** Adds to a pattern of hidden cells the intervals that it leaves to readers. */
export function describeSuppression(
  table: ListTable | CrossTable,
  threshold: number,
  primary: readonly string[],
  hidden: readonly string[],
): Suppression {
  const { intervals } = auditPattern({ ...table, threshold, hidden });
  const ofPrimary = Object.entries(intervals).filter(([id]) => primary.includes(id));
  return { primary, hidden, intervals: Object.fromEntries(ofPrimary) };
}
