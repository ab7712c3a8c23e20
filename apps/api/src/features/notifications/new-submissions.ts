import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { countRows } from '../../database/expressions.ts';
import { type Notice, noticesTo } from '../outbox/notice.ts';
import { newsSince } from './batches.ts';
import { officers } from './readers.ts';

/** To the officers' desk, for every return of the last two days that was not taken back. */
export async function newSubmissions(em: EntityManager, now: Date): Promise<Notice[]> {
  const returns = await db(em)
    .selectFrom('work.submission as s')
    .innerJoin('work.area as a', 'a.code', 's.area')
    .select((eb) => [
      ...(['s.id', 's.number', 's.area', 's.cycle', 'a.names as areaNames'] as const),
      countRows(
        eb.selectFrom('work.submission_revision as x').whereRef('x.submission', '=', 's.id'),
      ).as('values'),
    ])
    .where('s.recalled_at', 'is', null)
    .where('s.submitted_at', '>', newsSince(now))
    .orderBy('s.submitted_at')
    .orderBy('s.id')
    .execute();
  if (returns.length === 0) return [];
  const readers = await officers(em);
  return returns.flatMap(({ id, ...facts }) =>
    noticesTo(readers, `submitted:${id}`, { kind: 'SUBMITTED', ...facts }),
  );
}
