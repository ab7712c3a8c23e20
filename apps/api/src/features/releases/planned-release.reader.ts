import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { instant, person } from '../../database/sql-text.ts';
import type { PlannedRelease } from './planned-release.type.ts';

/** What waits for its time, then what became of the others, the newest first. */
export async function plannedReleases(
  em: EntityManager,
  lang: Language,
): Promise<PlannedRelease[]> {
  const rows = await em.execute<(Omit<PlannedRelease, 'note'> & { note: Texts })[]>(
    `select p.id, p.as_of_year as "asOfYear", p.annual, p.note, ${instant('p.publish_at')} as "publishAt",
       ${person('u')} as "plannedBy", p.state, p.number, p.problems
     from work.planned_release p join work.user_account u on u.id = p.planned_by
     order by p.state <> 'PLANNED', p.planned_at desc limit 50`,
  );
  return rows.map((row) => ({ ...row, note: pickText(row.note, lang) }));
}
