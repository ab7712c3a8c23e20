import type { EntityManager } from '@mikro-orm/postgresql';
import { rateDisclosure, strictestThreshold } from '@qadam/domain';
import { isTotal, partColumns } from '../../../database/cell-columns.ts';
import { PUBLICATION_TABLES, columnsOf } from '../publication-tables.ts';
import { FACE_OF, KEY_OF } from './cell-key.ts';
import { readClusters } from './cluster-facts.ts';
import type { Disclosure } from './disclose.types.ts';
import { TOMBSTONE } from './tombstone.ts';

/** Takes out of the staged candidate what must not be published, and everything that would tell of it. */
export async function applyDisclosure(em: EntityManager, disclosure: Disclosure): Promise<void> {
  await keepHeld(em, disclosure);
  await withhold(em, disclosure);
  await em.execute(
    `update candidate_value v set ${TOMBSTONE}
     from jsonb_to_recordset(?::jsonb) as h (indicator text, year int, key text)
     where v.indicator = h.indicator and v.year = h.year
       and ${KEY_OF('v')} = h.key`,
    [JSON.stringify(disclosure.hidden)],
  );
  await hideParts(em, disclosure);
  await hideRegional(em);
  await dropTellTales(em);
}

/** A rate whose counts are hidden is shown without them, and without the texts and documents that may name them. */
async function hideParts(em: EntityManager, { partless }: Disclosure) {
  await em.execute(
    `create temp table partless_value (indicator text, year int, key text) on commit drop`,
  );
  await em.execute(
    `insert into partless_value select indicator, year, key from jsonb_to_recordset(?::jsonb) as p (indicator text, year int, key text)`,
    [JSON.stringify(partless)],
  );
  await em.execute(
    `update candidate_value v set numerator = null, denominator = null, note = null, source_text = null from partless_value p
     where v.indicator = p.indicator and v.year = p.year and ${KEY_OF('v')} = p.key`,
  );
}

/** A held table keeps what the release before holds of it. */
async function keepHeld(em: EntityManager, { held }: Disclosure) {
  await em.execute(`create temp table held_table (indicator text, year int) on commit drop`);
  await em.execute(
    `insert into held_table select indicator, year from jsonb_to_recordset(?::jsonb) as h (indicator text, year int)`,
    [JSON.stringify(held)],
  );
  for (const name of ['value', 'withheld', 'alternative', 'event'] as const) {
    const { columns } = PUBLICATION_TABLES[name];
    await em.execute(
      `delete from candidate_${name} c using held_table h where c.indicator = h.indicator and c.year = h.year`,
    );
    await em.execute(
      `insert into candidate_${name} (${columns.join(', ')}) select ${columnsOf('p', columns)}
       from publication.${name} p join held_table h using (indicator, year) where p.until_release is null
       ${name === 'event' ? 'and not exists (select 1 from candidate_event c where c.id = p.id)' : ''}`,
    );
  }
}

/**
 * A regional figure of a country indicator that is no plain sum (a mean, a rate, a share) gives the one hidden country away
 * beside the others: it is hidden with it. Sums are planned with the countries' counts.
 */
async function hideRegional(em: EntityManager) {
  const place = (alias: string) => `${alias}.indicator, ${alias}.year, ${partColumns(alias)}`;
  await em.execute(
    `update candidate_value v set ${TOMBSTONE} from candidate_area a, candidate_indicator i
     where a.code = v.area and a.kind = 'GROUP' and i.code = v.indicator and i.scope = 'COUNTRY' and i.unit <> 'NUMBER' and v.obs_status <> 'Q'
       and exists (select 1 from candidate_value c join candidate_area o on o.code = c.area and o.kind = 'COUNTRY'
         where (${place('c')}) = (${place('v')}) and c.obs_status = 'Q')`,
  );
}

async function withhold(em: EntityManager, { withheld }: Disclosure) {
  const faces = JSON.stringify(withheld);
  await em.execute(
    `delete from candidate_value v using jsonb_to_recordset(?::jsonb) as w (indicator text, year int, area text, face text)
     where v.indicator = w.indicator and v.year = w.year and v.area = w.area and w.face = ${FACE_OF('v')}`,
    [faces],
  );
  await em.execute(
    `insert into candidate_withheld (indicator, area, year, face)
     select distinct indicator, area, year, face from jsonb_to_recordset(?::jsonb) as w (indicator text, year int, area text, face text)`,
    [faces],
  );
}

/**
 * Beside a hidden cell, or a total that is left out, nothing stands that names its figure: a competing value, a dated event, a baseline with its reasons.
 * A baseline of a sensitive indicator is a figure like any other: one that the release itself does not show has passed no
 * control, and is hidden.
 */
async function dropTellTales(em: EntityManager) {
  await guardClusters(em);
  await em.execute(
    `create temp table hidden_place on commit drop as select indicator, area, year, false as partless from candidate_value where obs_status = 'Q'
     union select indicator, area, year, false from candidate_withheld where face = 'total'
     union select t.indicator, t.area, t.baseline_year, false from candidate_target t
       where ${isGuarded('t', 't.baseline_year')} and t.baseline_value is not null and not exists (select 1 from candidate_value v
         where v.indicator = t.indicator and v.area = t.area and v.year = t.baseline_year and v.value = t.baseline_value
           and ${isTotal('v')})
     union select p.indicator, split_part(p.key, '|', 1), p.year, true from partless_value p`,
  );
  // another indicator that shares the hidden counts and shows no figure there must not give them away either
  await em.execute(
    `insert into hidden_place select distinct g.code, h.area, h.year, false
     from hidden_place h join guarded_indicator o on o.code = h.indicator join guarded_indicator g on g.cluster = o.cluster and g.code <> o.code
     where not exists (select 1 from candidate_value v where v.indicator = g.code and v.area = h.area and v.year = h.year and v.value is not null
       and ${isTotal('v')})`,
  );
  const hiddenAt = (alias: string, year: string, what = 'true') =>
    `exists (select 1 from hidden_place h where h.indicator = ${alias}.indicator and h.area = ${alias}.area and h.year = ${year} and ${what})`;
  await em.execute(
    `delete from candidate_alternative a where ${hiddenAt('a', 'a.year')}
       or exists (select 1 from guarded_indicator g where g.code = a.indicator and (
         (g.unit = 'PT' and ${isGuarded('a', 'a.year')}) or (g.unit = 'NUMBER' and a.value > 0 and a.value < g.threshold)))`,
  );
  await dropDisclosiveRates(em);
  await em.execute(
    `delete from candidate_event e where ${hiddenAt('e', 'e.year')} or exists (select 1 from candidate_value v
       where v.obs_status = 'Q' and v.area = e.area and v.year = e.year and e.proves @> jsonb_build_array(jsonb_build_object('element', v.breakdown)))`,
  );
  await em.execute(
    `update candidate_target t set baseline_value = null, baseline_source = null
     where ${hiddenAt('t', 't.baseline_year', 'not h.partless')}`,
  );
  await em.execute(
    `update candidate_target t set rationale = '{}' where ${hiddenAt('t', 't.baseline_year')}`,
  );
}

/** Sensitive indicators and those that share counts with them, held to the strictest threshold among them. */
async function guardClusters(em: EntityManager) {
  const guarded = (await readClusters(em)).flatMap((members, cluster) => {
    const threshold = strictestThreshold(members).base;
    return members.map(({ code, unit, sensitive }) => ({
      cluster,
      code,
      unit,
      sensitive,
      threshold,
    }));
  });
  const columns = 'cluster int, code text, unit text, sensitive boolean, threshold int';
  await em.execute(`create temp table guarded_indicator (${columns}) on commit drop`);
  await em.execute(
    `insert into guarded_indicator select cluster, code, unit, sensitive, threshold from jsonb_to_recordset(?::jsonb) as g (${columns})`,
    [JSON.stringify(guarded)],
  );
}

/** Is an unplanned figure of a sensitive indicator, or of one whose cluster hides anything at that place? It may give a count away. */
const isGuarded = (alias: string, year: string): string =>
  `exists (select 1 from guarded_indicator g where g.code = ${alias}.indicator and (g.sensitive or exists (
     select 1 from guarded_indicator o join candidate_value h on h.indicator = o.code and h.obs_status = 'Q'
     where o.cluster = g.cluster and h.area = ${alias}.area and h.year = ${year})))`;

interface CompetingRate {
  indicator: string;
  area: string;
  year: number;
  source: string;
  value: string;
  decimals: number;
  multiplier: string;
  threshold: number;
  denominator: string | null;
}

/**
 * A competing rate names a count as soon as the population is known, and everybody can look that up. A competing share of a
 * sensitive indicator is never shown: its parts are not on record, and unknown counts are not risked.
 */
async function dropDisclosiveRates(em: EntityManager) {
  const rates = await em.execute<CompetingRate[]>(
    `select a.indicator, a.area, a.year, a.source, trim_scale(a.value)::text as value, i.decimals, trim_scale(i.multiplier)::text as multiplier,
       g.threshold, (select trim_scale(d.value)::text from work.denominator d
         where d.kind = i.denominator_of and d.area = a.area and d.year = a.year and d.sex = '_T' and d.age = '_T') as denominator
     from candidate_alternative a join work.indicator i on i.code = a.indicator
       join guarded_indicator g on g.code = i.code and g.unit not in ('NUMBER', 'PT')
     where ${isGuarded('a', 'a.year')}`,
  );
  const told = rates.filter(
    ({ value, decimals, multiplier, threshold, denominator }) =>
      denominator === null ||
      rateDisclosure({ rate: value, decimals, multiplier, denominator, threshold }).disclosive,
  );
  await em.execute(
    `delete from candidate_alternative a using jsonb_to_recordset(?::jsonb) as t (indicator text, area text, year int, source text, value work.exact)
     where (a.indicator, a.area, a.year, a.source, a.value) = (t.indicator, t.area, t.year, t.source, t.value)`,
    [JSON.stringify(told)],
  );
}
