/** Which rows of a release. What is not named is not narrowed. */
export interface RowFilter {
  indicators?: readonly string[];
  areas?: readonly string[];
  from?: number;
  to?: number;
  sexes?: readonly string[];
  ages?: readonly string[];
  urbanisations?: readonly string[];
  /** Sequence of a release: only what came to stand as it does after it. */
  changedAfter?: number;
}

type Condition = [sql: string, parameter: string | number];

/** The filter as a condition on publication.value, called v. */
export function filterSql(filter: RowFilter): { where: string; parameters: (string | number)[] } {
  const conditions = [
    among('indicator', filter.indicators),
    among('area', filter.areas),
    among('sex', filter.sexes),
    among('age', filter.ages),
    among('urbanisation', filter.urbanisations),
    than('v.year >= ?', filter.from),
    than('v.year <= ?', filter.to),
    than('v.from_release > ?', filter.changedAfter),
  ].filter((condition) => condition !== null);
  return {
    where: conditions.map(([sql]) => ` and ${sql}`).join(''),
    parameters: conditions.map(([, parameter]) => parameter),
  };
}

/** Codes hold no line feed, so one text parameter carries any number of them. */
export const CODES = `string_to_array(?, E'\\n')`;
export const codes = (list: readonly string[]): string => list.join('\n');

function among(column: string, list: readonly string[] | undefined): Condition | null {
  return list === undefined ? null : [`v.${column} = any(${CODES})`, codes(list)];
}

function than(sql: string, value: number | undefined): Condition | null {
  return value === undefined ? null : [sql, value];
}
