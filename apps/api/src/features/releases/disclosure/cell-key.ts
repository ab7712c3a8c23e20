import {
  type ReleaseFrame,
  BREAKDOWN_DIMENSIONS,
  DIMENSIONS,
  TOTAL,
  WITHDRAWN,
} from '@qadam/domain';
import { type RawBuilder, sql } from 'kysely';
import { rowsAs } from '../../../database/expressions.ts';
import type { FigurePlace } from './disclose.types.ts';

/** The key of a row's cell as libs/domain reads it: AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const keyOf = (alias: string): RawBuilder<string> =>
  sql`concat_ws('|', ${sql.join(['area', ...BREAKDOWN_DIMENSIONS].map((column) => sql.ref(`${alias}.${column}`)))})`;

export const cellId = ({ indicator, year, key }: FigurePlace): string =>
  `${indicator} ${String(year)} ${key}`;

/** The face of a row's cell as libs/domain names it: `total`, `sex`, `sex+age`. */
export const faceOf = (alias: string): RawBuilder<string> =>
  sql`coalesce(nullif(concat_ws('+', ${sql.join(
    BREAKDOWN_DIMENSIONS.map(
      (column, index) =>
        sql`case when ${sql.ref(`${alias}.${column}`)} <> ${sql.lit(TOTAL)} then ${sql.lit(DIMENSIONS[index])} end`,
    ),
  )}), ''), 'total')`;

/** Figures of the candidate as a table made from one parameter. */
export const figuresAs = <Alias extends string>(alias: Alias, figures: readonly FigurePlace[]) =>
  rowsAs<FigurePlace, Alias>(alias, { indicator: 'text', year: 'int', key: 'text' }, figures);

export interface CellRef {
  indicator: string;
  year: number;
  area: string | null;
  face: string | null;
}

/** Faces of areas as a table made from one parameter. */
export const facesAs = <Row extends CellRef, Alias extends string>(
  alias: Alias,
  faces: readonly Row[],
) =>
  rowsAs<Pick<Row, keyof CellRef>, Alias>(
    alias,
    { indicator: 'text', year: 'int', area: 'text', face: 'text' },
    faces,
  );

type Emptied = (typeof WITHDRAWN.value)[number];

/** The columns of a value after it was hidden. */
export const TOMBSTONE = {
  ...(Object.fromEntries(WITHDRAWN.value.map((column) => [column, null])) as Record<Emptied, null>),
  obs_status: 'Q' as const,
};

/** The thresholds under which a count is small, from the columns of a row. */
export const thresholdIn = (alias: string): RawBuilder<ReleaseFrame['threshold']> =>
  sql`jsonb_build_object('base', ${sql.ref(`${alias}.threshold_base`)}, 'detailed', ${sql.ref(`${alias}.threshold_detailed`)})`;
