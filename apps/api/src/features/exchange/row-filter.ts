import { type RawBuilder, sql } from 'kysely';
import { anyText } from '../../database/expressions.ts';

/** The lists of a filter, each with the column of publication.value `v` that it narrows. */
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

/** Which rows of a release are wanted. A list that is absent narrows nothing. */
export interface RowFilter extends Partial<Record<List, readonly string[] | undefined>> {
  from?: number | undefined;
  to?: number | undefined;
  /** Sequence of a release: only rows that got their present content after it. */
  changedAfter?: number;
  allOf?: readonly RowFilter[];
  /** At least one of these filters must pass; an empty list passes no row. */
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

/** Does the filter leave every row? */
export const isOpen = ({ allOf = [], ...own }: RowFilter): boolean =>
  allOf.every(isOpen) && Object.values(own).every((narrowed) => narrowed === undefined);

/** Does the filter leave no row, whatever there is? */
export const isClosed = ({ allOf = [], anyOf }: RowFilter): boolean =>
  allOf.some(isClosed) || anyOf?.every(isClosed) === true;

const joined = (
  operator: 'and' | 'or',
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<boolean> => sql`(${sql.join(conditions, sql.raw(` ${operator} `))})`;
