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

interface Condition {
  sql: string;
  parameters: readonly (string | number)[];
}

/** The filter as a condition on publication.value, called v. */
export function filterSql(filter: RowFilter): { where: string; parameters: (string | number)[] } {
  const conditions = conditionsOf(filter);
  return {
    where: conditions.map(({ sql }) => ` and ${sql}`).join(''),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

function conditionsOf(filter: RowFilter): Condition[] {
  return [
    among('v.indicator', filter.indicators),
    among('v.area', filter.areas),
    among('v.year::text', filter.years),
    among('v.sex', filter.sexes),
    among('v.age', filter.ages),
    among('v.urbanisation', filter.urbanisations),
    among('v.region', filter.regions),
    among('v.breakdown', filter.breakdowns),
    among('v.obs_status', filter.statuses),
    than('v.year >= ?', filter.from),
    than('v.year <= ?', filter.to),
    than('v.from_release > ?', filter.changedAfter),
    ...(filter.allOf ?? []).flatMap(conditionsOf),
    anyOf(filter.anyOf),
  ].filter((condition) => condition !== null);
}

/** Codes hold no line feed, so one text parameter carries any number of them. */
export const CODES = `string_to_array(?, E'\\n')`;
export const codes = (list: readonly string[]): string => list.join('\n');

function among(column: string, list: readonly string[] | undefined): Condition | null {
  return list === undefined
    ? null
    : { sql: `${column} = any(${CODES})`, parameters: [codes(list)] };
}

function than(sql: string, value: number | undefined): Condition | null {
  return value === undefined ? null : { sql, parameters: [value] };
}

function anyOf(filters: readonly RowFilter[] | undefined): Condition | null {
  if (filters === undefined) return null;
  const choices = filters.map(conditionsOf);
  const sql = choices.map((choice) => ['true', ...choice.map((one) => one.sql)].join(' and '));
  return {
    sql: `(${['false', ...sql].join(' or ')})`,
    parameters: choices.flat().flatMap(({ parameters }) => parameters),
  };
}
