import { BREAKDOWN_DIMENSIONS, DIMENSIONS, TOTAL } from '@qadam/domain';
import { type RawBuilder, sql } from 'kysely';

/** The key of a row's cell as libs/domain reads it: AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const keyOf = (alias: string): RawBuilder<string> =>
  sql`concat_ws('|', ${sql.join(['area', ...BREAKDOWN_DIMENSIONS].map((column) => sql.ref(`${alias}.${column}`)))})`;

/** The face of a row's cell as libs/domain names it: `total`, `sex`, `sex+age`. */
export const faceOf = (alias: string): RawBuilder<string> =>
  sql`coalesce(nullif(concat_ws('+', ${sql.join(
    BREAKDOWN_DIMENSIONS.map(
      (column, index) =>
        sql`case when ${sql.ref(`${alias}.${column}`)} <> ${sql.lit(TOTAL)} then ${sql.lit(DIMENSIONS[index])} end`,
    ),
  )}), ''), 'total')`;

/** A cell of the candidate as disclosure control names it, in rows of one parameter. */
export const PLACE = { indicator: 'text', year: 'int', key: 'text' } as const;
