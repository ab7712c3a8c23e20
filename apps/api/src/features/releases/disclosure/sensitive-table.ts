import type { EntityManager } from '@mikro-orm/postgresql';
import { KEY_OF } from './cell-key.ts';

/** One cell of a sensitive indicator as it would be published without disclosure control. */
export interface SensitiveCell {
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
  value: string | null;
  /** The number of people behind the cell; null where nobody says. */
  count: string | null;
  denominator: string | null;
}

export interface SensitiveIndicator {
  code: string;
  unit: string;
  multiplier: string;
  decimals: number;
  valueType: string;
  threshold: { base: number; detailed: number };
}

export async function sensitiveIndicators(em: EntityManager): Promise<SensitiveIndicator[]> {
  return em.execute<SensitiveIndicator[]>(
    `select code, unit, trim_scale(multiplier)::text as multiplier, decimals, value_type as "valueType",
       jsonb_build_object('base', threshold_base, 'detailed', threshold_detailed) as threshold
     from work.indicator where sensitive order by position`,
  );
}

/** Years of the indicator that the candidate has values of, each with its cells. */
export async function sensitiveCells(em: EntityManager, indicator: SensitiveIndicator) {
  const rows = await em.execute<(SensitiveCell & { year: number })[]>(
    `select v.year, ${KEY_OF('v')} as key,
       trim_scale(v.value)::text as value, trim_scale(v.denominator)::text as denominator,
       trim_scale(coalesce(v.numerator, case when ? = 'NUMBER' then v.value end))::text as count
     from candidate_value v where v.indicator = ? and v.value is not null order by v.year`,
    [indicator.unit, indicator.code],
  );
  return Map.groupBy(rows, ({ year }) => year);
}

/** A rate without its parts is weighed against the population that everybody can look up. */
export async function denominators(em: EntityManager, indicator: SensitiveIndicator) {
  const rows = await em.execute<{ area: string; year: number; value: string }[]>(
    `select d.area, d.year, trim_scale(d.value)::text as value from work.denominator d
     join work.indicator i on i.denominator = d.kind where i.code = ? and d.sex = '_T' and d.age = '_T'`,
    [indicator.code],
  );
  return new Map(rows.map(({ area, year, value }) => [`${area} ${String(year)}`, value]));
}
