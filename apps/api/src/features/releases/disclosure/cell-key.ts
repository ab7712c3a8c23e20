import { BREAKDOWN_DIMENSIONS, type BreakdownDimension, TOTAL } from '@qadam/domain';
import { isTotal, partColumns } from '../../../database/cell-columns.ts';

/** Dimensions as libs/domain calls them in the name of a face. */
const NAMES: Readonly<Record<BreakdownDimension, string>> = {
  sex: 'sex',
  age: 'age',
  urbanisation: 'urb',
  region: 'region',
  breakdown: 'breakdown',
};

/** The key of a row's cell as libs/domain reads it: AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const KEY_OF = (alias: string): string =>
  `concat_ws('|', ${alias}.area, ${partColumns(alias)})`;

/** The face of a row's cell as libs/domain names it: `total`, `sex`, `sex+age`. */
export const FACE_OF = (alias: string): string =>
  `coalesce(nullif(concat_ws('+', ${BREAKDOWN_DIMENSIONS.map(
    (column) => `case when ${alias}.${column} <> '${TOTAL}' then '${NAMES[column]}' end`,
  ).join(', ')}), ''), 'total')`;

/** Is the row broken down by anything? */
export const IS_PART = (alias: string): string => `not (${isTotal(alias)})`;
