import { type RawBuilder, sql } from 'kysely';
import { anyText } from '../../database/expressions.ts';

/** Which rows of a release. What is not named is not narrowed. */
export interface RowFilter {
  indicators?: readonly string[];
  areas?: readonly string[];
  from?: number;
  to?: number;
  years?: readonly string[];
  sexes?: readonly string[];
  ages?: readonly string[];
  urbanisations?: readonly string[];
  regions?: readonly string[];
  breakdowns?: readonly string[];
  statuses?: readonly string[];
  /** Sequence of a release: only what came to stand as it does after it. */
  changedAfter?: number;
  allOf?: readonly RowFilter[];
  /** At least one of them; none leaves no row. */
  anyOf?: readonly RowFilter[];
}

/** Does a row `v` of publication.value pass the filter? */
export function passes(filter: RowFilter): RawBuilder<boolean> {
  const { from, to, changedAfter, allOf = [], anyOf } = filter;
  const among = (expression: RawBuilder<unknown>, list: readonly string[] | undefined) =>
    list === undefined ? [] : [sql`${expression} = ${anyText(list)}`];
  return joined('and', [
    sql`true`,
    ...among(sql`v.indicator`, filter.indicators),
    ...among(sql`v.area`, filter.areas),
    ...among(sql`v.year::text`, filter.years),
    ...among(sql`v.sex`, filter.sexes),
    ...among(sql`v.age`, filter.ages),
    ...among(sql`v.urbanisation`, filter.urbanisations),
    ...among(sql`v.region`, filter.regions),
    ...among(sql`v.breakdown`, filter.breakdowns),
    ...among(sql`v.obs_status`, filter.statuses),
    ...(from === undefined ? [] : [sql`v.year >= ${from}`]),
    ...(to === undefined ? [] : [sql`v.year <= ${to}`]),
    ...(changedAfter === undefined ? [] : [sql`v.from_release > ${changedAfter}`]),
    ...allOf.map(passes),
    ...(anyOf === undefined ? [] : [joined('or', [sql`false`, ...anyOf.map(passes)])]),
  ]);
}

const joined = (
  operator: 'and' | 'or',
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<boolean> => sql`(${sql.join(conditions, sql.raw(` ${operator} `))})`;
