import { type RawBuilder, sql } from 'kysely';
import { anyText } from '../../database/expressions.ts';

/** The lists that narrow the rows `v` of publication.value, each by what it names. */
const LISTS = {
  indicators: sql`v.indicator`,
  areas: sql`v.area`,
  years: sql`v.year::text`,
  sexes: sql`v.sex`,
  ages: sql`v.age`,
  urbanisations: sql`v.urbanisation`,
  regions: sql`v.region`,
  breakdowns: sql`v.breakdown`,
  statuses: sql`v.obs_status`,
};
type List = keyof typeof LISTS;

/** Which rows of a release. What is not named is not narrowed. */
export interface RowFilter extends Partial<Record<List, readonly string[] | undefined>> {
  from?: number | undefined;
  to?: number | undefined;
  /** Sequence of a release: only what came to stand as it does after it. */
  changedAfter?: number;
  allOf?: readonly RowFilter[];
  /** At least one of them; none leaves no row. */
  anyOf?: readonly RowFilter[];
}

/** Does a row `v` of publication.value pass the filter? */
export function passes(filter: RowFilter): RawBuilder<boolean> {
  const { from, to, changedAfter, allOf = [], anyOf } = filter;
  const lists = Object.entries(LISTS).flatMap(([name, column]) => {
    const list = filter[name as List];
    return list === undefined ? [] : [sql`${column} = ${anyText(list)}`];
  });
  return joined('and', [
    sql`true`,
    ...lists,
    ...(from === undefined ? [] : [sql`v.year >= ${from}`]),
    ...(to === undefined ? [] : [sql`v.year <= ${to}`]),
    ...(changedAfter === undefined ? [] : [sql`v.from_release > ${changedAfter}`]),
    ...allOf.map(passes),
    ...(anyOf === undefined ? [] : [joined('or', [sql`false`, ...anyOf.map(passes)])]),
  ]);
}

/** Does it leave every row? */
export const isOpen = ({ allOf = [], ...own }: RowFilter): boolean =>
  allOf.every(isOpen) && Object.values(own).every((narrowed) => narrowed === undefined);

const joined = (
  operator: 'and' | 'or',
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<boolean> => sql`(${sql.join(conditions, sql.raw(` ${operator} `))})`;
