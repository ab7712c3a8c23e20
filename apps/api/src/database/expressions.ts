import { BREAKDOWN_DIMENSIONS, type Part, type Role, TOTAL } from '@qadam/domain';
import {
  type AliasableExpression,
  type AliasedRawBuilder,
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type StringReference,
  sql,
} from 'kysely';

/** The columns that identify a cell in every table that holds cells, in the order of their keys. */
export const CELL_COLUMNS = ['indicator', 'area', 'year', ...BREAKDOWN_DIMENSIONS] as const;

type Dimension = (typeof BREAKDOWN_DIMENSIONS)[number];

const parts = (alias: string): RawBuilder<unknown>[] =>
  BREAKDOWN_DIMENSIONS.map((dimension) => sql.ref(`${alias}.${dimension}`));

/** Is the row about the whole: not broken down, whole country? */
export const isTotal = (alias: string): RawBuilder<boolean> =>
  sql`(${sql.join(
    parts(alias).map((part) => sql`${part} = ${sql.lit(TOTAL)}`),
    sql` and `,
  )})`;

/** Is a row a part of one breakdown only, in the whole country? */
export const isPart = (alias: string, dimension: Dimension): RawBuilder<boolean> =>
  sql`(${sql.join(
    BREAKDOWN_DIMENSIONS.map(
      (column) =>
        sql`${sql.ref(`${alias}.${column}`)} ${column === dimension ? sql`<>` : sql`=`} ${sql.lit(TOTAL)}`,
    ),
    sql` and `,
  )})`;

/** By how many dimensions a part is divided. */
export const divisions = (alias: string): RawBuilder<number> =>
  sql`(${sql.join(
    parts(alias).map((part) => sql`(${part} <> ${sql.lit(TOTAL)})::int`),
    sql` + `,
  )})`;

/** Do two rows name the same cell? With `columns`: do they agree in these columns of it? */
export const sameCell = (
  one: string,
  other: string,
  columns: readonly (typeof CELL_COLUMNS)[number][] = CELL_COLUMNS,
): RawBuilder<boolean> =>
  sql`(${sql.join(
    columns.map((column) => sql`${sql.ref(`${one}.${column}`)} = ${sql.ref(`${other}.${column}`)}`),
    sql` and `,
  )})`;

/** The part of its indicator that a row is about. */
export const partAsJson = (alias: string): RawBuilder<Part> =>
  sql`json_build_object(${sql.join(
    BREAKDOWN_DIMENSIONS.flatMap((dimension) => [
      sql.lit(dimension),
      sql.ref(`${alias}.${dimension}`),
    ]),
  )})`;

/** The columns of the part of observation `o`, for `partOf`: with many rows, cheaper than `partAsJson`. */
export const PART_OF_O = BREAKDOWN_DIMENSIONS.map((name) => `o.${name}` as const);

/** The part as text for `readPart` of libs/domain: SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const partAsText = (alias: string): RawBuilder<string> =>
  sql`concat_ws('|', ${sql.join(parts(alias))})`;

/** What a row counts: its numerator, or its value where the unit of the indicator (a column) is a number. */
export const countOf = (alias: string, unit: string): RawBuilder<string | null> =>
  sql`coalesce(${sql.ref(`${alias}.numerator`)},
    case when ${sql.ref(unit)} = 'NUMBER' then ${sql.ref(`${alias}.value`)} end)`;

/** For use inside a JSON object, where an exact figure would become a number with padding: as text, without padding. */
export const exact = <Figure extends string | null = string>(column: string): RawBuilder<Figure> =>
  sql`trim_scale(${sql.ref(column)})::text`;

/** As text: an instant as ISO 8601 in UTC, whatever the time zone of the session; to the millisecond or the microsecond. */
export const instant = (column: string, until: 'MS' | 'US' = 'MS'): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', ${sql.lit(`YYYY-MM-DD"T"HH24:MI:SS.${until}"Z"`)})`;

/** A row of work.user_account as a Person; null if the join found no row. */
export const person = (
  alias: string,
): RawBuilder<{ id: string; name: string; role: Role } | null> =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object(
    'id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'role', ${sql.ref(`${alias}.role`)}) end`;

/** The role in which a message was written. A server of the version before stores none: then that of today. */
export const roleOfAuthor = (message: string, author: string): RawBuilder<Role> =>
  sql`coalesce(${sql.ref(`${message}.role`)}, ${sql.ref(`${author}.role`)})`;

type ColumnType =
  'text' | 'int' | 'bigint' | 'bool' | 'numeric' | 'uuid' | 'date' | 'timestamptz' | 'jsonb';

/**
 * Any number of rows as a table of one bound parameter, to join or insert from:
 * `db(em).selectFrom(rowsAs('asked', { indicator: 'text', year: 'int' }, rows))`.
 */
export const rowsAs = <Row extends object, Alias extends string>(
  alias: Alias,
  columns: { readonly [Column in keyof Row]: ColumnType },
  rows: readonly Row[],
): AliasedRawBuilder<Row, Alias> =>
  sql<Row>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<Alias>(
    sql`${sql.ref(alias)}(${sql.join(
      Object.entries<ColumnType>(columns).map(
        ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
      ),
    )})`,
  );

/** The beginning of the transaction, by the clock of the database. */
export const now: RawBuilder<Date> = sql`now()`;

/** A time in the past: `ago('2 hours')`. */
export const ago = (time: string): RawBuilder<Date> => sql`(now() - ${sql.lit(time)}::interval)`;

/** Any number of codes as one bound parameter: `where('o.indicator', '=', anyText(codes))`. */
export const anyText = (codes: readonly string[]): RawBuilder<string> => sql`any(${codes}::text[])`;

/** Any number of years as one bound parameter. */
export const anyYear = (years: readonly number[]): RawBuilder<number> => sql`any(${years}::int[])`;

/** Is the column one of these areas? Null: any area. */
export const inAreas = (column: string, areas: readonly string[] | null): RawBuilder<boolean> =>
  areas === null ? sql`true` : sql`(${sql.ref(column)} = ${anyText(areas)})`;

/** A LIKE pattern for "contains this text", whatever characters are in it. */
export const likeText = (text: string): string =>
  `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Does the table exist? Some are made by a library when it first runs. */
export const hasTable = (name: string): RawBuilder<boolean> =>
  sql`to_regclass(${sql.lit(name)}) is not null`;

/** Any number of ids as one bound parameter: `where('o.id', '=', anyOf(ids))`. */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql`any(${idsAs(ids)})`;

/** Ids as an array. Written as JSON, whose quotes an array accepts too, because `pg` would check each id four times. */
export const idsAs = (ids: readonly string[]): RawBuilder<string[]> =>
  sql`${`{${JSON.stringify(ids).slice(1, -1)}}`}::uuid[]`;

/** SHA-256 of ids in their order, one per line. */
export const hashOfIds = (column: string): RawBuilder<string> =>
  sql`encode(sha256(convert_to(string_agg(${sql.ref(column)}::text, E'\n' order by ${sql.ref(column)}), 'UTF8')), 'hex')`;

/** The columns that identify the cell of a row, to select or to group by. */
export const cellOf = <Alias extends string>(alias: Alias) =>
  CELL_COLUMNS.map((column) => `${alias}.${column}` as const);

/** Do two rows name the same part? */
export const samePart = (one: string, other: string): RawBuilder<boolean> =>
  sameCell(one, other, BREAKDOWN_DIMENSIONS);

/** Is there such a row? */
export const exists = (rows: Expression<unknown>): RawBuilder<boolean> => sql`exists ${rows}`;

/** How many of these rows there are: `countRows(eb.selectFrom('work.session as s').where(isLive('s'))).as('sessions')`. */
export const countRows = <DB, Table extends keyof DB>(
  rows: SelectQueryBuilder<DB, Table, object>,
): AliasableExpression<number> =>
  rows
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$asScalar()
    .$castTo<number>();

/** Sorts by columns: `query.$call(by('t.area', 't.year'))`. */
export const by =
  <DB, TB extends keyof DB, O>(...columns: (StringReference<DB, TB> | (keyof O & string))[]) =>
  (query: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O> =>
    columns.reduce((sorted, column) => sorted.orderBy(column), query);
