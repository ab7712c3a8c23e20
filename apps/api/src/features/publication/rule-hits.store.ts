import type { EntityManager } from '@mikro-orm/postgresql';
import { holdLock } from '../../database/locks.ts';
import { checkTotals } from './check-totals.ts';
import { readTotals } from './quality.reader.ts';
import { standing } from './standing.ts';

/** Keeps what the rules say of the totals of a release that is being written, so that no reader has to wait for it. */
export async function keepRuleHits(em: EntityManager, release: number): Promise<void> {
  await em.execute(
    `with at as (select ?::int as release)
     insert into publication.rule_hits (release, area, hits)
     select at.release, a.code, coalesce(jsonb_agg(h) filter (where h is not null), '[]')
     from at, ${standing('area')} a left join jsonb_array_elements(?::jsonb) h on h ->> 'area' = a.code
     where a.kind = 'COUNTRY' group by at.release, a.code on conflict do nothing`,
    [release, await checked(em, release, null)],
  );
}

/** After a cell of the indicator was withdrawn for safety: the hits of its series are found again, in each release. */
export async function keepRuleHitsAgain(em: EntityManager, indicator: string): Promise<void> {
  const releases = await em.execute<{ release: number }[]>(
    `select distinct release from publication.rule_hits order by release`,
  );
  for (const { release } of releases)
    await em.execute(
      `with fresh as (select h from jsonb_array_elements(?::jsonb) h)
       update publication.rule_hits k set hits =
         (select coalesce(jsonb_agg(h), '[]') from (
           select h from jsonb_array_elements(k.hits) h where h ->> 'indicator' <> ?
           union all select h from fresh where h ->> 'area' = k.area) all_hits)
       where k.release = ? and exists (select 1 from publication.tombstone t where t.indicator = ? and t.area = k.area)`,
      [await checked(em, release, indicator), indicator, release, indicator],
    );
}

/** For releases from before hits were kept with them. */
export async function keepMissingRuleHits(em: EntityManager): Promise<void> {
  const releases = await em.execute<{ sequence: number }[]>(
    `select sequence from publication.release r
     where not exists (select 1 from publication.rule_hits k where k.release = r.sequence) order by sequence desc`,
  );
  for (const { sequence } of releases)
    await em.transactional(async (tx) => {
      // no cell is withdrawn meanwhile
      await holdLock(tx, 'RELEASE');
      await keepRuleHits(tx, sequence);
    });
}

async function checked(
  em: EntityManager,
  release: number,
  indicator: string | null,
): Promise<string> {
  return JSON.stringify(await checkTotals(await readTotals(em, release, indicator)));
}
