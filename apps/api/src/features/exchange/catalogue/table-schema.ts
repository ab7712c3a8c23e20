import { CELL_COLUMNS } from '../../../database/cell-columns.ts';
import type { ExportContext } from '../export-format.ts';
import { COLUMNS, type Column } from '../formats/columns.ts';

const TYPES: Readonly<Record<Column['kind'], string>> = {
  CODE: 'string',
  TEXT: 'string',
  DECIMAL: 'number',
  INTEGER: 'integer',
  DATE: 'date',
  TIME: 'datetime',
};

/** A cell of the table; no two rows have the same. */
const PRIMARY_KEY = CELL_COLUMNS satisfies readonly Column['name'][];

const REQUIRED = new Set<Column['name']>([
  ...PRIMARY_KEY,
  ...(['unit', 'obs_status', 'conf_status', 'since_release'] as const),
  ...(['release', 'released_at', 'method_version', 'citation'] as const),
]);

/** Table Schema 2.0 of what /data gives as CSV: the columns with their types, and what every row has. */
export function tableSchema({ t }: Pick<ExportContext, 't'>) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fieldsMatch: ['exact'],
    missingValues: [''],
    primaryKey: [...PRIMARY_KEY],
    fields: COLUMNS.map(({ name, kind }) => ({
      name,
      type: TYPES[kind],
      title: t(`columns.${name}`),
      ...(kind === 'DECIMAL' ? { decimalChar: '.' } : {}),
      ...(REQUIRED.has(name) || name === 'conf_status'
        ? {
            constraints: {
              ...(REQUIRED.has(name) ? { required: true } : {}),
              ...(name === 'conf_status' ? { enum: ['F', 'C'] } : {}),
            },
          }
        : {}),
    })),
  };
}
