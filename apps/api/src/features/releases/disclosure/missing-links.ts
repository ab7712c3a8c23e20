import type { EntityManager } from '@mikro-orm/postgresql';
import { countName, type CountPart } from '@qadam/domain';
import { countOf } from '../../../database/cell-columns.ts';
import { pairOf, pairsSaidToDiffer, readSharedCounts } from '../../framework/shared-counts.ts';
import { FACE_OF, KEY_OF } from './cell-key.ts';
import type { Disclosure, MissingLink } from './disclose.types.ts';

interface Row {
  area: string;
  year: number;
  hiddenIn: string;
  hiddenPart: CountPart;
  shownIn: string;
  shownPart: CountPart;
}

/**
 * Counts that the candidate would show and that equal a hidden one of the same area, year and part in an indicator of the same
 * action: they may be of the same people. Each pair once, without those that an officer has said to differ. Source: methods.md 2.7.
 */
export async function missingLinks(
  em: EntityManager,
  { hidden, partless, held, withheld, secret }: Omit<Disclosure, 'missingLinks'>,
): Promise<MissingLink[]> {
  if (secret.length === 0) return [];
  const rows = await em.execute<Row[]>(
    `with counted as materialized (
       select v.indicator, v.area, v.year, ${KEY_OF('v')} as key, ${FACE_OF('v')} as face, c.part, c.value
       from candidate_value v join work.indicator i on i.code = v.indicator, lateral (values
         ('COUNT', ${countOf('v', 'i.unit')}), ('DENOMINATOR', v.denominator)) as c (part, value)
       where v.obs_status <> 'Q' and c.value > 0
     ), secret as materialized (
       select c.* from counted c join jsonb_to_recordset(?::jsonb) as s (indicator text, year int, key text, part text)
         using (indicator, year, key, part)
     ), gone as materialized (
       select indicator, year, key from jsonb_to_recordset(?::jsonb) as g (indicator text, year int, key text)
     ), left_out as materialized (
       select indicator, year, area, face from jsonb_to_recordset(?::jsonb) as l (indicator text, year int, area text, face text)
     )
     select distinct on (s.indicator, s.part, c.indicator, c.part) s.area, s.year, s.indicator as "hiddenIn", s.part as "hiddenPart",
       c.indicator as "shownIn", c.part as "shownPart"
     from secret s join counted c on c.key = s.key and c.year = s.year and c.value = s.value and c.indicator <> s.indicator
     where exists (select 1 from work.action_indicator a join work.action_indicator b using (action)
         where a.indicator = s.indicator and b.indicator = c.indicator)
       and not exists (select 1 from gone g where (g.indicator, g.year, g.key) = (c.indicator, c.year, c.key))
       and not exists (select 1 from left_out l where l.indicator = c.indicator and l.year = c.year and (l.area is null or (l.area, l.face) = (c.area, c.face)))
     order by s.indicator, s.part, c.indicator, c.part, s.year, s.area`,
    [
      JSON.stringify(secret),
      JSON.stringify([...hidden, ...partless]),
      JSON.stringify([...held, ...withheld]),
    ],
  );
  return rows.length === 0 ? [] : undeclared(em, rows);
}

async function undeclared(em: EntityManager, rows: readonly Row[]): Promise<MissingLink[]> {
  const shared = await readSharedCounts(em);
  const known = await pairsSaidToDiffer(em, shared);
  const found = rows.map(({ area, year, ...row }) => ({
    shown: shared.canonical(countName(row.shownIn, row.shownPart)),
    hidden: shared.canonical(countName(row.hiddenIn, row.hiddenPart)),
    area,
    year,
  }));
  const pairs = new Map(found.map((link) => [pairOf(shared, link.shown, link.hidden), link]));
  return [...pairs]
    .filter(([pair, { shown, hidden }]) => shown !== hidden && !known.has(pair))
    .map(([, link]) => link);
}
