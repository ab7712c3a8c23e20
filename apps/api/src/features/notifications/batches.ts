import { returnsAreCollected } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import { type Notice, noticesTo, type Reader } from '../outbox/notice.ts';

/** What is older than two days is no news any more. */
export const newsSince = (now: Date): Date => new Date(now.getTime() - 2 * 86_400_000);

/** Something that happened to a value and stands in no mail yet. */
export interface UnsentEvent {
  observation: string;
  area: string;
  areaNames: Texts;
  /** null where the year has no cycle: a correction of an older figure. */
  cycle: number | null;
  at: Date;
  /** To whom its indicator was given; null: to nobody, or to somebody who has left. */
  assignee: string | null;
}

/** In batches by `keyOf`, each of what happened within ten minutes; without those whose ten minutes are not over. */
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
 * One mail to each reporter for the values that wait for them: for those that were given to one person to that one, for others
 * to all of the area.
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
