import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sample } from './load-cycle.ts';
import { RateScales } from './rate-scale.ts';

/**
 * Samples for trying the desks: the same rows the product writes, authored by the demonstration's reporters, marked as
 * sample, so that no release ever takes them. A cell that exists, whatever became of it, is left alone.
 */
export async function loadSamples(
  em: EntityManager,
  cycle: number,
  samples: readonly Sample[],
): Promise<void> {
  const scales = await RateScales.read(em);
  const rows = samples.map((sample) => ({
    ...sample,
    ...(sample.numerator !== undefined && sample.denominator !== undefined
      ? scales.compute(sample.indicator, sample.numerator, sample.denominator)
      : { value: sample.value ?? null, missing_reason: sample.missingReason ?? null }),
    id: randomUUID(),
    revision: randomUUID(),
    breakdown: sample.breakdown ?? '_T',
    fact_date: sample.factDate,
    comment: sample.comment['en'],
    message: sample.message?.['en'] ?? null,
  }));
  const fresh = await insertObservations(em, cycle, rows);
  const written = rows.filter(({ id }) => fresh.has(id));
  await insertSubmissions(
    em,
    cycle,
    written.filter(({ state }) => state !== 'DRAFT'),
  );
  await insertReturns(
    em,
    written.filter(({ state }) => state === 'RETURNED'),
  );
}

interface Written {
  id: string;
  revision: string;
  area: string;
  message: string | null;
}

async function insertObservations(
  em: EntityManager,
  cycle: number,
  rows: readonly object[],
): Promise<Set<string>> {
  const written = await em.execute<{ observation: string }[]>(
    `with incoming as (
       select * from jsonb_to_recordset(?::jsonb) as x (id uuid, revision uuid, indicator text, area text, breakdown text, value work.exact,
         numerator work.exact, denominator work.exact, missing_reason text, fact_date text, provision text, basis text, state text, comment text)
     ), observed as (
       insert into work.observation (id, indicator, area, year, breakdown, state, current_revision, sample)
       select id, indicator, area, ?, breakdown, state, revision, true from incoming
       on conflict do nothing returning id
     )
     insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason, obs_status, fact_date, provision,
       basis, comment, via, author)
     select i.revision, i.id, 1, i.value, i.numerator, i.denominator, i.missing_reason, case when i.value is null then 'O' else 'A' end,
       i.fact_date, i.provision, i.basis, i.comment, 'ENTRY', u.id
     from incoming i join observed using (id) join work.user_account u on u.role = 'REPORTER' and u.area = i.area and u.email like 'reporter.%'
     returning observation`,
    [JSON.stringify(rows), cycle],
  );
  return new Set(written.map(({ observation }) => observation));
}

/** One return per area, as its reporter would have sent it. */
async function insertSubmissions(
  em: EntityManager,
  cycle: number,
  rows: readonly Written[],
): Promise<void> {
  for (const [area, cells] of Map.groupBy(rows, (row) => row.area)) {
    await em.execute(
      `with sent as (
         insert into work.submission (id, number, cycle, area, organisation, submitted_by)
         select ?, ?, ?, area, organisation, id from work.user_account where role = 'REPORTER' and area = ? and email like 'reporter.%' limit 1
         returning id
       )
       insert into work.submission_revision (submission, revision) select sent.id, r.id::uuid from sent, jsonb_array_elements_text(?::jsonb) as r (id)`,
      [
        randomUUID(),
        `${area}-${String(cycle)}-001`,
        cycle,
        area,
        JSON.stringify(cells.map(({ revision }) => revision)),
      ],
    );
  }
}

async function insertReturns(em: EntityManager, rows: readonly Written[]): Promise<void> {
  const returned = JSON.stringify(
    rows.map((row) => ({ ...row, review: randomUUID(), note: randomUUID() })),
  );
  await em.execute(
    `with incoming as (
       select x.*, u.id as officer from jsonb_to_recordset(?::jsonb) as x (id uuid, revision uuid, review uuid, note uuid, message text),
         (select id from work.user_account where role = 'OFFICER' order by email limit 1) u
     ), reviewed as (
       insert into work.review (id, observation, revision, decision, reason, reviewer)
       select review, id, revision, 'RETURNED', message, officer from incoming
     )
     insert into work.message (id, observation, author, text) select note, id, officer, message from incoming`,
    [returned],
  );
}
