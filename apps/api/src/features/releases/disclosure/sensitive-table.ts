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
     from candidate_value v where v.indicator = ? and v.value is not null order by v.year, key`,
    [indicator.unit, indicator.code],
  );
  return Map.groupBy(rows, ({ year }) => year);
}

/**
 * A rate without its parts is weighed against the population that everybody can look up: of the cell's own sex and age. Of a
 * region, or of town and country, nobody here knows it. A further breakdown divides what is counted, not who could be.
 */
export async function populations(em: EntityManager, indicator: SensitiveIndicator) {
  const rows = await em.execute<{ people: string; value: string }[]>(
    `select concat_ws('|', d.year, d.area, d.sex, d.age) as people, trim_scale(d.value)::text as value
     from work.denominator d join work.indicator i on i.denominator = d.kind where i.code = ?`,
    [indicator.code],
  );
  const known = new Map(rows.map(({ people, value }) => [people, value]));
  return (year: number, cells: readonly SensitiveCell[]): Record<string, string> =>
    Object.fromEntries(
      cells.flatMap(({ key }) => {
        const [area = '', sex = '', age = '', urbanisation, region] = key.split('|');
        const value = known.get([year, area, sex, age].join('|'));
        const isKnown = urbanisation === '_T' && region === '_T' && value !== undefined;
        return isKnown ? [[key, value]] : [];
      }),
    );
}
