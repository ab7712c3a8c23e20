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

/** One mail to each reporter of the area for the values that wait for them. */
export function toReporters(
  kind: 'RETURNED' | 'ASKED',
  key: string,
  waiting: readonly UnsentEvent[],
  reportersOf: ReadonlyMap<string, readonly Reader[]>,
): Notice[] {
  const [first] = waiting;
  if (first === undefined) return [];
  const { area, areaNames } = first;
  const cycles = [...new Set(waiting.map(({ cycle }) => cycle))];
  return noticesTo(reportersOf.get(area) ?? [], key, {
    kind,
    area,
    areaNames,
    values: new Set(waiting.map(({ observation }) => observation)).size,
    cycle: cycles.length === 1 ? (cycles[0] ?? null) : null,
  });
}
