import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyText } from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { Scope } from '../../graphql/enums.ts';

const deskIndicators = (em: EntityManager) =>
  db(em)
    .selectFrom('work.indicator as i')
    .select(['i.code', 'i.kind', 'i.scope', 'i.unit', 'i.multiplier', 'i.decimals', 'i.direction'])
    .select([
      'i.min',
      'i.max',
      'i.step',
      'i.whole',
      'i.name',
      'i.definition',
      'i.stages',
      'i.elements',
    ])
    .select(['i.unit_text as unitText', 'i.value_type as valueType', 'i.table_axes as tableAxes'])
    .select(['i.reported_cases as reportedCases', 'i.regional_method as regionalMethod'])
    .select((i) => [
      // entered as numerator and denominator: the region's value is the sum of numerators divided by the sum of denominators
      sql<boolean>`i.regional_method = 'RATIO'`.as('ratio'),
      sql<string[]>`to_json(array(${i
        .selectFrom('work.action_indicator as ai')
        .innerJoin('work.action as a', 'a.code', 'ai.action')
        .select('ai.action')
        .whereRef('ai.indicator', '=', 'i.code')
        .orderBy('a.position')}))`.as('actions'),
    ])
    .orderBy('i.position');

@Injectable()
export class IndicatorReader {
  /** The indicators in the order of the framework. Unknown codes are left out. */
  async byCodes(em: EntityManager, codes: readonly string[]) {
    if (codes.length === 0) return [];
    return preparedRows(em, deskIndicators(em).where('i.code', '=', anyText(codes)));
  }

  /** The indicators that can have a target: those with a good direction, except laws, which have a level instead. */
  async scored(em: EntityManager, scope: Scope) {
    return deskIndicators(em)
      .where('i.scope', '=', scope)
      .where('i.direction', '<>', 'NONE')
      .where('i.kind', '<>', 'MILESTONE')
      .execute();
  }
}
