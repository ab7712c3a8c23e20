/** An instant as ISO 8601 in UTC, whatever the session's time zone. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An exact figure as text, without the zeros its column pads it with. */
export const exact = (column: string): string => `trim_scale(${column})::text`;

/** A row of work.user_account as a Person; null where the join found nobody. */
export const person = (alias: string): string =>
  `case when ${alias}.id is not null
     then json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'role', ${alias}.role) end`;
