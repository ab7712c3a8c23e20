import type { EntityManager } from '@mikro-orm/postgresql';
import type { Texts } from '../../graphql/local-text.type.ts';
import { type Notice, noticesTo } from '../outbox/notice.ts';
import { officers } from './readers.ts';

interface Submitted {
  id: string;
  number: string;
  area: string;
  areaNames: Texts;
  cycle: number;
  values: number;
}

/** To the officers' desk, for every return of the last two days that was not taken back. */
export async function newSubmissions(em: EntityManager, now: Date): Promise<Notice[]> {
  const returns = await em.execute<Submitted[]>(
    `select s.id, s.number, s.area, a.names as "areaNames", s.cycle,
       (select count(*)::int from work.submission_revision x where x.submission = s.id) as values
     from work.submission s join work.area a on a.code = s.area
     where s.recalled_at is null and s.submitted_at > ?::timestamptz - interval '2 days'
     order by s.submitted_at, s.id`,
    [now.toISOString()],
  );
  if (returns.length === 0) return [];
  const readers = await officers(em);
  return returns.flatMap(({ id, ...facts }) =>
    noticesTo(readers, `submitted:${id}`, { kind: 'SUBMITTED', ...facts }),
  );
}
