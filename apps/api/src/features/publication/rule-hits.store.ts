import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { holdLock } from '../../database/locks.ts';
import { checkTotals } from './check-totals.ts';
import type { ValueHits } from './release.entity.ts';
import { readTotals } from './quality-rows.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** Keeps the rule hits of the totals with a release that is being written, so that no reader has to wait for them. */
export async function keepRuleHits(em: EntityManager, release: number): Promise<void> {
  const hits = json(await checked(em, release, null));
  await db(em)
    .insertInto('publication.rule_hits')
    .columns(['release', 'area', 'hits'])
    .expression((eb) =>
      eb
        .selectFrom(rowsAsOf('area', release).as('a'))
        .leftJoin(sql<{ h: ValueHits }>`jsonb_array_elements(${hits})`.as<'h'>(sql`h(h)`), (on) =>
          on.on(sql<boolean>`h.h ->> 'area' = a.code`),
        )
        .select([eb.val(release).as('release'), 'a.code'])
        .select(
          sql<ValueHits[]>`coalesce(jsonb_agg(h.h) filter (where h.h is not null), '[]')`.as(
            'hits',
          ),
        )
        .where('a.kind', '=', 'COUNTRY')
        .groupBy('a.code'),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Checks the series again in each release after a cell of the indicator was withdrawn for safety. */
export async function keepRuleHitsAgain(em: EntityManager, indicator: string): Promise<void> {
  const releases = await db(em)
    .selectFrom('publication.rule_hits')
    .select('release')
    .distinct()
    .orderBy('release')
    .execute();
  for (const { release } of releases) {
    const fresh = json(await checked(em, release, indicator));
    await db(em)
      .updateTable('publication.rule_hits as k')
      .set({
        hits: sql`(select coalesce(jsonb_agg(h), '[]') from (
          select h from jsonb_array_elements(k.hits) h where h ->> 'indicator' <> ${indicator}
          union all select h from jsonb_array_elements(${fresh}) h where h ->> 'area' = k.area) all_hits)`,
      })
      .where('k.release', '=', release)
      .where('k.area', 'in', (eb) =>
        eb.selectFrom('publication.tombstone').select('area').where('indicator', '=', indicator),
      )
      .execute();
  }
}

/** Adds the hits of older releases, with which none were kept. */
export async function keepMissingRuleHits(em: EntityManager): Promise<void> {
  const releases = await db(em)
    .selectFrom('publication.release as r')
    .select('r.sequence')
    .where('r.sequence', 'not in', (eb) => eb.selectFrom('publication.rule_hits').select('release'))
    .orderBy('r.sequence', 'desc')
    .execute();
  for (const { sequence } of releases)
    await em.transactional(async (tx) => {
      // so that no cell is withdrawn meanwhile
      await holdLock(tx, 'RELEASE');
      await keepRuleHits(tx, sequence);
    });
}

const checked = async (em: EntityManager, release: number, indicator: string | null) =>
  checkTotals(await readTotals(em, release, indicator));
