import { type AliasableExpression, expressionBuilder, type Selectable, sql } from 'kysely';
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

/** One JSON object a row; `tables` stand in the release that is meant. `x` is the assessment of the action. */
export function releasedActions(
  tables: Record<'assessment' | 'link' | 'indicator', string>,
  where = 'true',
): string {
  return `select jsonb_build_object('action', x.subject, 'country', x.area, 'word', x.word, 'percent', x.detail->'percent'->'level',
      'indicators', coalesce((select jsonb_agg(jsonb_build_object('code', n.subject, 'role', l.role, 'direction', i.direction,
          'weight', trim_scale(l.weight)::text, 'level', trim_scale(n.level)::text, 'reason', n.detail->'reason', 'elements', n.detail->'elements'))
        from ${tables.link} l join ${tables.indicator} i on i.code = l.indicator
          join ${tables.assessment} n on n.kind = 'INDICATOR' and n.subject = l.indicator and (n.area = x.area or i.scope = 'REGION')
        where l.action = x.subject and l.role = 'HEADLINE'), '[]')) as row
    from ${tables.assessment} x where x.kind = 'ACTION' and ${where}`;
}

type RowsOf<Name extends 'assessment' | 'action_indicator' | 'indicator'> = AliasableExpression<
  Omit<Selectable<PublicTables[`publication.${Name}`]>, 'from_release' | 'until_release'>
>;

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
