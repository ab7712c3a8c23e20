import { returnsAreCollected } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import { type Notice, noticesTo, type Reader } from '../outbox/notice.ts';

/** Events from this time on are still news: they are at most two days old. */
export const newsSince = (now: Date): Date => new Date(now.getTime() - 2 * 86_400_000);

/** An event of a value that no mail has told about yet. */
export interface UnsentEvent {
  observation: string;
  area: string;
  areaNames: Texts;
  /** Null if the year has no cycle: a correction of an older figure. */
  cycle: number | null;
  at: Date;
  /** The person the indicator is assigned to; null if nobody is, or that person has left. */
  assignee: string | null;
}

/** Groups events by `keyOf` into one mail each, so that what happens within ten minutes comes together; groups still within these are left out. */
export function collected<E extends UnsentEvent>(
  events: readonly E[],
  keyOf: (event: E) => string,
  now: Date,
): E[][] {
  const isCollected = (batch: readonly E[]) =>
    returnsAreCollected(
      batch.map(({ at }) => at),
      now,
    );
  return [...Map.groupBy(events, keyOf).values()].filter(isCollected);
}

/**
 * One mail to each reporter about the values that wait for them: values assigned to a person go to that person, others to
 * all reporters of the area.
 */
export function toReporters(
  kind: 'RETURNED' | 'ASKED',
  key: string,
  waiting: readonly UnsentEvent[],
  reportersOf: ReadonlyMap<string, readonly Reader[]>,
): Notice[] {
  const [first] = waiting;
  if (first === undefined) return [];
  const { area, areaNames } = first;
  return (reportersOf.get(area) ?? []).flatMap((reader) => {
    const own = waiting.filter(({ assignee }) => assignee === null || assignee === reader.id);
    if (own.length === 0) return [];
    const cycles = [...new Set(own.map(({ cycle }) => cycle))];
    return noticesTo([reader], key, {
      kind,
      area,
      areaNames,
      values: new Set(own.map(({ observation }) => observation)).size,
      cycle: cycles.length === 1 ? (cycles[0] ?? null) : null,
    });
  });
}
