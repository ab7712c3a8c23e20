import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { exact } from '../../database/sql-text.ts';
import type { DeskIndicator } from './desk-indicator.ts';

// The region's value of a RATIO is Σ numerators over Σ denominators, so that both are reported.
const COLUMNS = `i.code, i.kind, i.scope, i.unit, i.unit_text as "unitText",
  ${exact('i.multiplier')} as multiplier, i.decimals, i.direction, i.reported_cases as "reportedCases", i.value_type as "valueType",
  ${exact('i.min')} as min, ${exact('i.max')} as max, i.whole,
  i.regional_method = 'RATIO' as ratio, i.regional_method as "regionalMethod", i.table_axes as "tableAxes", i.name, i.definition, i.stages, i.elements,
  to_json(array(select ai.action from work.action_indicator ai join work.action a on a.code = ai.action
                where ai.indicator = i.code order by a.position)) as actions`;

@Injectable()
export class IndicatorReader {
  /** In the order of the framework. Unknown codes are left out. */
  async byCodes(em: EntityManager, codes: readonly string[]): Promise<DeskIndicator[]> {
    if (codes.length === 0) return [];
    return em.execute<DeskIndicator[]>(
      `select ${COLUMNS} from work.indicator i where i.code in (?) order by i.position`,
      [codes],
    );
  }

  /** Those with a good direction, which therefore can have a target; a law has a level and none. */
  async scored(em: EntityManager, scope: DeskIndicator['scope']): Promise<DeskIndicator[]> {
    return em.execute<DeskIndicator[]>(
      `select ${COLUMNS} from work.indicator i
       where i.scope = ? and i.direction <> 'NONE' and i.kind <> 'MILESTONE' order by i.position`,
      [scope],
    );
  }
}
