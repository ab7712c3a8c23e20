import { type AliasableExpression, expressionBuilder, type Selectable, sql } from 'kysely';
import { exact, isPart } from '../database/expressions.ts';
import type { PublicTables } from '../database/tables.ts';
import type { StoredElement } from '../graphql/law-element.type.ts';
import type { ElementFacts } from './facts.ts';

/** Rows of a table, in a release or in a candidate. */
export type RowsOf<Name extends string> = AliasableExpression<
  Omit<
    Selectable<PublicTables[`publication.${Name}` & keyof PublicTables]>,
    'from_release' | 'until_release'
  >
>;

/** An indicator of one value for all belongs to the group, any other to each country. */
export const areaOfScope = sql<boolean>`a.kind = case i.scope when 'COUNTRY' then 'COUNTRY' else 'GROUP' end`;

/**
 * What was published of the elements of laws, by indicator and area. Elements about which nothing is known are there too,
 * without observations. `from`: the rows of a release or of a candidate.
 */
export function elementsOfLaws(from: { [Name in 'value' | 'indicator' | 'area']: RowsOf<Name> }) {
  const eb = expressionBuilder<PublicTables>();
  const proven = eb
    .selectFrom(from.value.as('v'))
    .innerJoin(from.indicator.as('m'), 'm.code', 'v.indicator')
    .select([
      ...(['v.indicator', 'v.area', 'v.breakdown'] as const),
      sql<
        ElementFacts['observations']
      >`jsonb_agg(jsonb_build_object('year', v.year, 'value', ${exact('v.value')},
        'status', v.obs_status, 'missingReason', v.missing_reason, 'factDate', v.fact_date, 'provision', v.provision,
        'basis', v.basis, 'source', v.source) order by v.year)`.as('observations'),
    ])
    .where('m.kind', '=', 'MILESTONE')
    .where(isPart('v', 'breakdown'))
    .groupBy(['v.indicator', 'v.area', 'v.breakdown']);
  return eb
    .selectFrom(from.indicator.as('i'))
    .innerJoin(from.area.as('a'), (join) => join.on(areaOfScope))
    .innerJoinLateral(
      sql<{
        value: StoredElement;
        ordinality: number;
      }>`jsonb_array_elements(i.elements) with ordinality`.as('e'),
      (join) => join.onTrue(),
    )
    .leftJoin(proven.as('p'), (join) =>
      join
        .onRef('p.indicator', '=', 'i.code')
        .onRef('p.area', '=', 'a.code')
        .on(sql<boolean>`p.breakdown = e.value ->> 'code'`),
    )
    .select([
      'i.code as indicator',
      'a.code as area',
      sql<
        ElementFacts[]
      >`jsonb_agg(jsonb_build_object('code', e.value -> 'code', 'counts', e.value -> 'counts',
        'observations', coalesce(p.observations, '[]')) order by e.ordinality)`.as('elements'),
    ])
    .where('i.kind', '=', 'MILESTONE')
    .groupBy(['i.code', 'a.code']);
}
