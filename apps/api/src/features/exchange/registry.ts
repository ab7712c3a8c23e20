import type { ExportFormat } from './export-format.ts';
import { csv, csvForExcel } from './formats/csv.ts';
import { json } from './formats/json.ts';
import { xlsx } from './formats/xlsx.ts';

/** Every way to write a release down as one table. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [csv, csvForExcel, xlsx, json];

/** `A4.2.csv` is A4.2 as csv: codes have dots too. */
export function splitFile(file: string): { subject: string; extension: string } {
  const dot = file.lastIndexOf('.');
  return { subject: file.slice(0, Math.max(dot, 0)), extension: file.slice(dot + 1) };
}
