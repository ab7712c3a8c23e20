import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { cellColumns, PART_AS_TEXTS } from '../cell-columns.ts';
import { RateScales } from './rate-scale.ts';
import { readSeedTable, type SeedRow } from './seed-files.ts';

/**
 * Figures of named public sources, up to a year: observations that are approved for release without an approver, which
 * their `via` says. A cell that exists is left alone.
 */
export async function importObservations(
  em: EntityManager,
  untilYear: number | null,
): Promise<number> {
  const scales = await RateScales.read(em);
  const rows = readSeedTable('observations.csv')
    .filter(({ year }) => untilYear === null || Number(year) <= untilYear)
    .map((row) => ({ ...row, ...computed(row, scales), id: randomUUID(), revision: randomUUID() }));
  const added = await em.execute<{ id: string }[]>(
    `with incoming as (
       select * from jsonb_to_recordset(?::jsonb) as x (id uuid, revision uuid, indicator text, area text, year int,
         ${PART_AS_TEXTS}, value work.exact, numerator work.exact, denominator work.exact,
         missing_reason text, obs_status text, source text, note jsonb, period text, fact_date text, provision text, basis text)
     ), fresh as (
       select i.* from incoming i left join work.observation o using (${cellColumns()})
       where o.id is null
     ), observed as (
       insert into work.observation (id, ${cellColumns()}, state, current_revision)
       select id, ${cellColumns()}, 'APPROVED', revision from fresh
     )
     insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason, obs_status, source, note, period,
       fact_date, provision, basis, via)
     select revision, id, 1, value, numerator, denominator, missing_reason, obs_status, source, note, period,
       fact_date, provision, basis, 'SOURCE_IMPORT' from fresh
     returning id`,
    [JSON.stringify(rows)],
  );
  return added.length;
}

/** Where the source gives the parts, the value is computed from them, exactly. */
function computed({ numerator, denominator, indicator }: SeedRow, scales: RateScales): SeedRow {
  if (typeof numerator !== 'string' || typeof denominator !== 'string') return {};
  return scales.compute(String(indicator), numerator, denominator);
}
