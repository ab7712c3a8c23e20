import type { ExportFormat } from './export-format.ts';
import { csv, csvForExcel } from './formats/csv.ts';
import { json } from './formats/json.ts';
import { xlsx } from './formats/xlsx.ts';

/** Every format in which a release can be written as one table. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [csv, csvForExcel, xlsx, json];
