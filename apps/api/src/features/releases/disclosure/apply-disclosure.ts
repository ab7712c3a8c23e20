import type { EntityManager } from '@mikro-orm/postgresql';
import { PUBLICATION_TABLES, columnsOf } from '../publication-tables.ts';
import type { Disclosure } from './disclose.types.ts';

/** Takes out of the staged candidate what must not be published, and everything that would tell of it. */
export async function applyDisclosure(em: EntityManager, disclosure: Disclosure): Promise<void> {
  await keepHeld(em, disclosure);
  await withhold(em, disclosure);
  await em.execute(
    `update candidate_value v set value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
       source_text = null, note = null, via = null, submitted_on = null, approved_on = null, revision = null, reason = null
     from jsonb_to_recordset(?::jsonb) as h (indicator text, year int, key text)
     where v.indicator = h.indicator and v.year = h.year
       and concat_ws('|', v.area, v.sex, v.age, v.urbanisation, v.region, v.breakdown) = h.key`,
    [JSON.stringify(disclosure.hidden)],
  );
  await dropTellTales(em);
}

/** A held table keeps what the release before holds of it. */
async function keepHeld(em: EntityManager, { held }: Disclosure) {
  await em.execute(`create temp table held_table (indicator text, year int) on commit drop`);
  await em.execute(
    `insert into held_table select indicator, year from jsonb_to_recordset(?::jsonb) as h (indicator text, year int)`,
    [JSON.stringify(held)],
  );
  for (const name of ['value', 'withheld', 'alternative'] as const) {
    const { columns } = PUBLICATION_TABLES[name];
    await em.execute(
      `delete from candidate_${name} c using held_table h where c.indicator = h.indicator and c.year = h.year`,
    );
    await em.execute(
      `insert into candidate_${name} (${columns.join(', ')}) select ${columnsOf('p', columns)}
       from publication.${name} p join held_table h using (indicator, year) where p.until_release is null`,
    );
  }
}

async function withhold(em: EntityManager, { withheld }: Disclosure) {
  const faces = JSON.stringify(withheld);
  await em.execute(
    `delete from candidate_value v using jsonb_to_recordset(?::jsonb) as w (indicator text, year int, area text, face text)
     where v.indicator = w.indicator and v.year = w.year and v.area = w.area and w.face = concat_ws('+', case when v.sex <> '_T' then 'sex' end,
       case when v.age <> '_T' then 'age' end, case when v.urbanisation <> '_T' then 'urb' end,
       case when v.region <> '_T' then 'region' end, case when v.breakdown <> '_T' then 'breakdown' end)`,
    [faces],
  );
  await em.execute(
    `insert into candidate_withheld (indicator, area, year, face)
     select distinct indicator, area, year, face from jsonb_to_recordset(?::jsonb) as w (indicator text, year int, area text, face text)`,
    [faces],
  );
}

/**
 * Beside a hidden cell nothing stands that names its figure: a competing value, a dated event, a baseline with its reasons.
 * A baseline of a sensitive indicator is a figure like any other: one that the release itself does not show has passed no
 * control, and is hidden.
 */
async function dropTellTales(em: EntityManager) {
  await em.execute(
    `create temp table hidden_place on commit drop as select indicator, area, year from candidate_value where obs_status = 'Q'
     union select t.indicator, t.area, t.baseline_year from candidate_target t join candidate_indicator i on i.code = t.indicator and i.sensitive
       where t.baseline_value is not null and not exists (select 1 from candidate_value v
         where v.indicator = t.indicator and v.area = t.area and v.year = t.baseline_year and v.value = t.baseline_value
           and v.sex = '_T' and v.age = '_T' and v.urbanisation = '_T' and v.region = '_T' and v.breakdown = '_T')`,
  );
  const hiddenAt = (alias: string, year: string) =>
    `exists (select 1 from hidden_place h where h.indicator = ${alias}.indicator and h.area = ${alias}.area and h.year = ${year})`;
  await em.execute(
    `delete from candidate_alternative a where ${hiddenAt('a', 'a.year')}
       or exists (select 1 from work.indicator i where i.code = a.indicator and i.sensitive and a.value > 0 and a.value < i.threshold_base)`,
  );
  await em.execute(`delete from candidate_event e where ${hiddenAt('e', 'e.year')}`);
  await em.execute(
    `update candidate_target t set baseline_value = null, baseline_source = null, rationale = '{}' where ${hiddenAt('t', 't.baseline_year')}`,
  );
}
