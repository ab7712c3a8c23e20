import { type AliasableExpression, expressionBuilder, sql, type SqlBool } from 'kysely';
import { isPart, isTotal } from './expressions.ts';
import type { Tables } from './tables.ts';

// What several features ask of a cell in SQL. Arguments are aliases of tables, or columns.

const eb = expressionBuilder<Tables>();

/** Is anything entered? After its first save was taken back a cell is empty again, and keeps its history. */
export const isFilled = (observation: string): AliasableExpression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('work.revision as f')
      .select('f.id')
      .where('f.id', '=', sql.ref<string>(`${observation}.current_revision`))
      .where((f) =>
        f.or([
          f('f.value', 'is not', null),
          f('f.numerator', 'is not', null),
          f('f.missing_reason', 'is not', null),
        ]),
      ),
  );

interface Asked {
  area: string;
  indicator: string;
  year: string;
}

/**
 * The observation that tells how far indicator `i` is where it is asked for, to join laterally: its total; of a law the
 * element that is least far, and none while one of its elements has none.
 */
export const leastAdvanced = ({ area, indicator, year }: Asked) => {
  const ofIt = (alias: string) =>
    sql<SqlBool>`(${sql.ref(`${alias}.area`)} = ${sql.ref(area)}
      and ${sql.ref(`${alias}.indicator`)} = ${sql.ref(indicator)} and ${sql.ref(`${alias}.year`)} = ${sql.ref(year)})`;
  return eb
    .selectFrom('work.observation as x')
    .selectAll('x')
    .where(ofIt('x'))
    .where(
      sql<SqlBool>`((i.kind <> 'MILESTONE' and ${isTotal('x')})
        or (i.kind = 'MILESTONE' and ${isPart('x', 'breakdown')} and not exists (
          select from jsonb_array_elements(i.elements) e where not exists (
            select from work.observation y where ${ofIt('y')} and y.breakdown = e ->> 'code'))))`,
    )
    .orderBy(isFilled('x'))
    .orderBy(
      sql`array_position(array['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'], x.state)`,
    )
    .limit(1);
};
