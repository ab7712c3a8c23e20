import type { EntityManager } from '@mikro-orm/postgresql';
import { digestWeek } from '@qadam/domain';
import { countWaiting } from '../reviews/count-waiting.ts';
import { officeTimeZone } from '../countries/office-time-zone.ts';
import { type Notice, noticesTo } from '../outbox/notice.ts';
import { readOwing } from './owing.ts';
import { officers } from './readers.ts';

/** Late, to review and returned, once a week to every officer; nothing where there is nothing to do. */
export async function weeklyDigest(em: EntityManager, now: Date): Promise<Notice[]> {
  const week = digestWeek(now, await officeTimeZone(em));
  if (week === null) return [];
  const counts = await countWaiting(em);
  const late = (await readOwing(em, now))
    .map(({ due }) => due)
    .filter(({ daysLeft }) => daysLeft < 0);
  if (late.length === 0 && counts.toReview === 0 && counts.returned === 0) return [];
  return noticesTo(await officers(em), `digest:${week}`, {
    kind: 'DIGEST',
    late: late.map(({ area, areaNames, cycle, owed }) => ({ area, areaNames, cycle, owed })),
    ...counts,
  });
}
