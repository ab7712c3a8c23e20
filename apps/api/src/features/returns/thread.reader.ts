import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { attachedTo, baselineYear, populationOf } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyOf, exact, instant, isTotal, partAsJson, person } from '../../database/expressions.ts';
import type { Language } from '../../graphql/enums.ts';
import { yearIn } from '../cycles/calendar.ts';
import { EVIDENCE } from '../evidence/evidence.store.ts';
import { MESSAGES } from '../observations/question.reader.ts';
import { STORED_REVISION } from '../observations/stored-revision.ts';
import { inLanguage } from '../observations/work-revision.type.ts';

/** An observation with its revisions, messages, reviews and evidence, oldest first. */
export type Thread = Awaited<ReturnType<typeof readThreads>>[number];

/** Threads in the order of `ids`, in a fixed number of SQL statements for any number of observations. */
export async function readThreads(em: EntityManager, ids: readonly string[], lang: Language) {
  if (ids.length === 0) return [];
  // The observation first: the revision that it points to then exists when the revisions are read.
  const byId = new Map((await observations(em, ids)).map((row) => [row.id, row]));
  const revisionsOf = byObservation(await revisions(em, ids));
  const evidenceOf = byObservation(await evidence(em, ids));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [
      {
        row,
        revisions: revisionsOf(id).map(({ revision }) => inLanguage(revision, lang)),
        evidence: evidenceOf(id).map((one) => one.evidence),
      },
    ];
  });
}

function byObservation<Row extends { observation: string }>(
  rows: readonly Row[],
): (observation: string) => readonly Row[] {
  const groups = Map.groupBy(rows, ({ observation }) => observation);
  return (observation) => groups.get(observation) ?? [];
}

const observations = (em: EntityManager, ids: readonly string[]) =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .leftJoin('work.region as g', 'g.code', 'o.region')
    .select(['o.id', 'o.indicator', 'o.area', 'o.year', 'o.state', 'o.version', 'o.sample'])
    .select(['o.current_revision as currentRevision', 'o.published_revision as publishedRevision'])
    // the region's name, if the part is a region
    .select(['g.names as regionName', partAsJson('o').as('part'), yearIn('a').as('thisYear')])
    .select((eb) =>
      eb
        .case()
        .when(isTotal('o'))
        .then(baselineYear(eb.ref('o.indicator'), eb.ref('o.area')))
        .end()
        .as('baselineYear'),
    )
    .select((eb) => [
      populationOf(eb.ref('o.area')).as('people'),
      MESSAGES.as('messages'),
      jsonArrayFrom(
        eb
          .selectFrom('work.review as v')
          .innerJoin('work.user_account as w', 'w.id', 'v.reviewer')
          .select(['v.decision', 'v.reason', 'v.revision'])
          .select([person('w').$notNull().as('reviewer'), instant('v.created_at').as('createdAt')])
          .whereRef('v.observation', '=', 'o.id')
          .orderBy('v.created_at'),
      ).as('reviews'),
      jsonArrayFrom(
        eb
          .selectFrom('work.alternative as t')
          .innerJoin('work.source as s', 's.id', 't.source')
          .leftJoin('work.user_account as u', 'u.id', 't.recorded_by')
          .select(['t.source', exact('t.value').as('value'), 't.note', 't.chosen'])
          .select(['s.title as sourceTitle', 's.publisher', 's.year as sourceYear'])
          .select(['s.url as sourceUrl', person('u').as('recordedBy')])
          .whereRef('t.indicator', '=', 'o.indicator')
          .whereRef('t.area', '=', 'o.area')
          .whereRef('t.year', '=', 'o.year')
          .where(isTotal('o'))
          // not the one that is shown
          .where((t) =>
            t.not(
              t.exists(
                t
                  .selectFrom('work.revision as c')
                  .select('c.id')
                  .whereRef('c.id', '=', 'o.current_revision')
                  .whereRef('c.source', '=', 't.source')
                  .whereRef('c.value', '=', 't.value'),
              ),
            ),
          )
          .orderBy('t.value')
          .orderBy('t.source'),
      ).as('alternatives'),
    ])
    .where('o.id', '=', anyOf(ids))
    .execute();

const revisions = (em: EntityManager, ids: readonly string[]) =>
  db(em)
    .selectFrom('work.revision as r')
    .innerJoin('work.observation as o', 'o.id', 'r.observation')
    .leftJoin('work.user_account as u', 'u.id', 'r.author')
    .select(['r.observation', STORED_REVISION.as('revision')])
    .where('r.observation', '=', anyOf(ids))
    .orderBy('r.number')
    .execute();

const evidence = (em: EntityManager, ids: readonly string[]) =>
  db(em)
    .selectFrom(attachedTo(anyOf(ids)).as('a'))
    .innerJoin('work.evidence as e', 'e.id', 'a.evidence')
    .innerJoin('work.user_account as p', 'p.id', 'e.added_by')
    .select(['a.observation', EVIDENCE.as('evidence')])
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute();
