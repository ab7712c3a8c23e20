import { levelParts, type LevelWord, type PartIndicator, type ReleasedAction } from '@qadam/domain';
import { expressionBuilder, sql } from 'kysely';
import type { Rows } from '../../assessments/facts.ts';
import { exact } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

// What is compared between two releases, or between a candidate and the newest release.

const eb = expressionBuilder<PublicTables>();

/** How far an action was in a country, with the headline indicators that its level is made of. */
export interface ReleasedActionRow {
  action: string;
  country: string;
  word: LevelWord;
  percent: number | null;
  indicators: PartIndicator[];
}

/**
 * Selects ReleasedActionRows; `x` is the assessment of the action. Kinds are literals, not parameters, so that a generic plan knows that there are
 * few actions.
 */
export function releasedActionsOf(rows: Rows) {
  const indicators = eb
    .selectFrom(rows.action_indicator.as('l'))
    .innerJoin(rows.indicator.as('i'), 'i.code', 'l.indicator')
    .innerJoin(rows.assessment.as('n'), 'n.subject', 'l.indicator')
    .select(
      sql`jsonb_agg(jsonb_build_object('code', n.subject, 'role', l.role, 'direction', i.direction,
        'weight', ${exact('l.weight')}, 'level', ${exact('n.level')}, 'reason', n.detail -> 'reason', 'elements', n.detail -> 'elements'))`.as(
        'list',
      ),
    )
    .where('n.kind', '=', sql.lit('INDICATOR'))
    .where(sql<boolean>`(n.area = x.area or i.scope = 'REGION')`)
    .where('l.action', '=', sql.ref<string>('x.subject'))
    .where('l.role', '=', sql.lit('HEADLINE'));
  return eb
    .selectFrom(rows.assessment.as('x'))
    .select(['x.subject as action', 'x.area as country', 'x.word'])
    .select(sql<number | null>`x.detail -> 'percent' -> 'level'`.as('percent'))
    .select(sql<PartIndicator[]>`coalesce(${indicators}, '[]')`.as('indicators'))
    .where('x.kind', '=', sql.lit('ACTION'));
}

export function toReleasedAction({ indicators, ...row }: ReleasedActionRow): ReleasedAction {
  return { ...row, parts: levelParts(indicators) };
}

/** The pace of numbers toward their targets; `x` is the assessment. */
export const releasedPacesOf = (rows: Rows) =>
  eb
    .selectFrom(rows.assessment.as('x'))
    .leftJoin(rows.target.as('g'), (on) =>
      on.onRef('g.indicator', '=', 'x.subject').onRef('g.area', '=', 'x.area'),
    )
    .select(['x.kind as level', 'x.subject', 'x.area as country'])
    .select((eb) => eb.ref('x.status').$notNull().as('status'))
    .select(
      sql<{ value: string; year: number } | null>`case when g.indicator is not null
        then json_build_object('value', g.points -> -1 ->> 'value', 'year', g.points -> -1 -> 'year') end`.as(
        'target',
      ),
    )
    .select(
      sql<{ value: string | null; year: number } | null>`case when g.baseline_year is not null
        then json_build_object('value', ${exact('g.baseline_value')}, 'year', g.baseline_year) end`.as(
        'baseline',
      ),
    )
    .where('x.kind', '=', 'INDICATOR')
    .where('x.status', 'is not', null);

/** Everything that can change, by code: actions, indicators with their unit, and elements with their indicator. */
export function subjectsOf({ action, indicator }: Rows) {
  const unit = [sql<number | null>`null::int`.as('decimals'), sql<string | null>`null`.as('unit')];
  const level = (name: 'ACTION' | 'INDICATOR' | 'ELEMENT') =>
    sql<string>`${sql.lit(name)}`.as('level');
  const element = sql<{ value: StoredElement }>`jsonb_array_elements(i.elements)`.as<'e'>(
    sql`e(value)`,
  );
  return eb
    .selectFrom(action.as('a'))
    .select(['a.code', level('ACTION'), 'a.title as name', 'a.code as indicator', ...unit])
    .unionAll(
      eb
        .selectFrom(indicator.as('i'))
        .select(['i.code', level('INDICATOR'), 'i.name', 'i.code as indicator'])
        .select(sql<number | null>`i.decimals`.as('decimals'))
        .select(sql<string | null>`i.unit`.as('unit')),
    )
    .unionAll(
      eb
        .selectFrom(indicator.as('i'))
        .innerJoinLateral(element, (on) => on.onTrue())
        .select([sql<string>`e.value ->> 'code'`.as('code'), level('ELEMENT')])
        .select([sql<Texts>`e.value -> 'name'`.as('name'), 'i.code as indicator', ...unit]),
    );
}
