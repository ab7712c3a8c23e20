import { expressionBuilder, sql } from 'kysely';
import type { RowsOf } from '../../assessments/element-facts.ts';
import { exact } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { levelParts, type LevelWord, type PartIndicator, type ReleasedAction } from '@qadam/domain';

/** How far an action was in a country, with the headline indicators that make it. */
export interface ReleasedActionRow {
  action: string;
  country: string;
  word: LevelWord;
  percent: number | null;
  indicators: PartIndicator[];
}

/** The same as a query; `x` is the assessment of the action. */
export function releasedActionsOf(tables: {
  assessment: RowsOf<'assessment'>;
  link: RowsOf<'action_indicator'>;
  indicator: RowsOf<'indicator'>;
}) {
  const eb = expressionBuilder<PublicTables>();
  const indicators = eb
    .selectFrom(tables.link.as('l'))
    .innerJoin(tables.indicator.as('i'), 'i.code', 'l.indicator')
    .innerJoin(tables.assessment.as('n'), 'n.subject', 'l.indicator')
    .select(
      sql`jsonb_agg(jsonb_build_object('code', n.subject, 'role', l.role, 'direction', i.direction,
        'weight', ${exact('l.weight')}, 'level', ${exact('n.level')}, 'reason', n.detail -> 'reason', 'elements', n.detail -> 'elements'))`.as(
        'list',
      ),
    )
    .where('n.kind', '=', 'INDICATOR')
    .where((eb) =>
      eb.or([eb('n.area', '=', sql.ref<string>('x.area')), eb('i.scope', '=', 'REGION')]),
    )
    .where('l.action', '=', sql.ref<string>('x.subject'))
    .where('l.role', '=', 'HEADLINE');
  return eb
    .selectFrom(tables.assessment.as('x'))
    .select([
      ...(['x.subject as action', 'x.area as country', 'x.word'] as const),
      sql<number | null>`x.detail -> 'percent' -> 'level'`.as('percent'),
      sql<PartIndicator[]>`coalesce(${indicators}, '[]')`.as('indicators'),
    ])
    .where('x.kind', '=', 'ACTION');
}

export function toReleasedAction({ indicators, ...row }: ReleasedActionRow): ReleasedAction {
  return { ...row, parts: levelParts(indicators) };
}
