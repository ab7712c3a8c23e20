import { CELL_COLUMNS } from '../../../database/expressions.ts';
import type { ExportContext } from '../export-format.ts';
import { COLUMNS, LEVEL_COLUMNS, type Column } from '../formats/columns.ts';

const TYPES: Readonly<Record<Column['kind'], string>> = {
  CODE: 'string',
  TEXT: 'string',
  DECIMAL: 'number',
  INTEGER: 'integer',
  DATE: 'date',
  TIME: 'datetime',
};

/** These columns identify a cell: no two rows have the same values in all of them. */
const PRIMARY_KEY = CELL_COLUMNS satisfies readonly Column['name'][];

const OF_EVERY_ROW = ['release', 'released_at', 'method_version', 'citation'] as const;
const REQUIRED: readonly Column['name'][] = [
  ...PRIMARY_KEY,
  ...(['unit', 'obs_status', 'conf_status', 'since_release'] as const),
  ...OF_EVERY_ROW,
];
const REQUIRED_OF_LEVELS: readonly Column['name'][] = [
  ...(['kind', 'code', 'area', 'year', 'level_low', 'level_high', 'word'] as const),
  ...(['parts_known', 'parts_total', 'movement'] as const),
  ...OF_EVERY_ROW,
];

/**
 * Table Schema 2.0 of the values that /data gives as CSV: the columns with their types, and which of them every row fills. The specification assumes
 * that columns match exactly (`fieldsMatch`), so it is left out: its text and its own schema write it differently.
 */
export const tableSchema = (context: Pick<ExportContext, 't'>) =>
  schemaOf(COLUMNS, PRIMARY_KEY, REQUIRED, context);

/** The same for the table of levels: how far the actions and indicators are. */
export const levelsSchema = (context: Pick<ExportContext, 't'>) =>
  schemaOf(LEVEL_COLUMNS, ['kind', 'code', 'area'], REQUIRED_OF_LEVELS, context);

function schemaOf(
  columns: readonly Pick<Column, 'name' | 'kind'>[],
  primaryKey: readonly string[],
  required: readonly Column['name'][],
  { t }: Pick<ExportContext, 't'>,
) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    missingValues: [''],
    primaryKey,
    fields: columns.map(({ name, kind }) => ({
      name,
      type: TYPES[kind],
      title: t(`columns.${name}`),
      // `any`, because times have an offset: the default of version 1 allows only UTC, and readers insist on it
      format: kind === 'TIME' ? 'any' : undefined,
      decimalChar: kind === 'DECIMAL' ? '.' : undefined,
      constraints: required.includes(name)
        ? { required: true, enum: name === 'conf_status' ? ['F', 'C'] : undefined }
        : undefined,
    })),
  };
}
