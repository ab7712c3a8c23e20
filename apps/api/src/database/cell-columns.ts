import { BREAKDOWN_DIMENSIONS, TOTAL } from '@qadam/domain';

/** What names a cell in every table that holds one, in the order of their keys. */
export const CELL_COLUMNS = ['indicator', 'area', 'year', ...BREAKDOWN_DIMENSIONS] as const;

const listed = (columns: readonly string[], alias?: string): string =>
  columns.map((column) => (alias === undefined ? column : `${alias}.${column}`)).join(', ');

/** `indicator, area, year, sex …` */
export const cellColumns = (alias?: string): string => listed(CELL_COLUMNS, alias);

/** `sex, age …`: the part of its indicator that a row is about. */
export const partColumns = (alias?: string): string => listed(BREAKDOWN_DIMENSIONS, alias);

/** `sex text, age text …`: the same as columns of a new table or record. */
export const PART_AS_TEXTS = BREAKDOWN_DIMENSIONS.map((column) => `${column} text`).join(', ');

/** Is a row about the whole: no breakdown, whole country? */
export const isTotal = (alias: string): string =>
  BREAKDOWN_DIMENSIONS.map((column) => `${alias}.${column} = '${TOTAL}'`).join(' and ');

/** Is a row a part of one breakdown only, in the whole country? */
export const isPart = (alias: string, dimension: (typeof BREAKDOWN_DIMENSIONS)[number]): string =>
  BREAKDOWN_DIMENSIONS.map(
    (column) => `${alias}.${column} ${column === dimension ? '<>' : '='} '${TOTAL}'`,
  ).join(' and ');

/** The part as a Part of libs/domain. */
export const partAsJson = (alias: string): string =>
  `json_build_object(${BREAKDOWN_DIMENSIONS.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`;

/** The part as `readPart` of libs/domain reads it: SEX|AGE|URBANISATION|REGION|BREAKDOWN. */
export const partAsText = (alias: string): string => `concat_ws('|', ${partColumns(alias)})`;

/** What a row counts: its numerator, or its value where the unit of the indicator is a number. */
export const countOf = (alias: string, unit: string): string =>
  `coalesce(${alias}.numerator, case when ${unit} = 'NUMBER' then ${alias}.value end)`;
