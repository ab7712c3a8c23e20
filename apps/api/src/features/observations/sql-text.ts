/** An instant as ISO 8601 in UTC, whatever the session's time zone. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An exact figure as text, without the zeros its column pads it with. */
export const exact = (column: string): string => `trim_scale(${column})::text`;

/** A row of work.user_account as a Person; null where the join found nobody. */
export const person = (alias: string): string =>
  `case when ${alias}.id is not null
     then json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'role', ${alias}.role) end`;

/** The cell of an indicator that a return reports: no breakdown, whole country. */
export const isTotal = (alias: string): string =>
  ['sex', 'age', 'urbanisation', 'region', 'breakdown']
    .map((dimension) => `${alias}.${dimension} = '_T'`)
    .join(' and ');

/** A part that the indicator's own table asks for. */
export const isCollected = (observation: string, indicator: string): string =>
  `(${observation}.region = '_T' and ${indicator}.table_axes <> '[]')`;

/** Is anything entered? After its first save was taken back a cell is empty again, and keeps its history. */
export const isFilled = (alias: string): string =>
  `exists (select from work.revision f where f.id = ${alias}.current_revision
     and (f.value is not null or f.numerator is not null or f.missing_reason is not null))`;

/** Has an officer sent any figure of an assignment back, the total or a part? */
export const isReturned = (assignment: string): string =>
  `exists (select from work.observation r where r.area = ${assignment}.area
     and r.indicator = ${assignment}.indicator and r.year = ${assignment}.cycle and r.state = 'RETURNED')`;

export const PART_AS_JSON = (alias: string): string =>
  `json_build_object(${['sex', 'age', 'urbanisation', 'region', 'breakdown']
    .map((dimension) => `'${dimension}', ${alias}.${dimension}`)
    .join(', ')})`;
