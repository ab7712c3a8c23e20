import { unreadable } from '../import-problem.ts';
import { adx } from './adx.ts';
import { csv } from './csv.ts';
import { dhis2Json } from './dhis2-json.ts';
import { dhis2Xml } from './dhis2-xml.ts';
import { type Format, MAX_BYTES } from './format.ts';
import { jsonStat } from './json-stat.ts';
import { jsonTable } from './json-table.ts';
import { px } from './px.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxGeneric } from './sdmx-generic.ts';
import { sdmxJson } from './sdmx-json.ts';
import { sdmxStructureSpecific } from './sdmx-structure-specific.ts';
import { xlsx } from './xlsx.ts';
import { worldBankJson } from './world-bank-json.ts';
import { rootOf } from './xml.ts';

/** Each format is asked in this order whether it recognises a file; CSV comes last, because it accepts any text. */
export const FORMATS: readonly Format[] = [
  xlsx,
  sdmxStructureSpecific,
  sdmxGeneric,
  adx,
  dhis2Xml,
  worldBankJson,
  sdmxJson,
  jsonTable,
  jsonStat,
  dhis2Json,
  px,
  sdmxCsv,
  csv,
];

const starts = (bytes: Uint8Array, ...magic: number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

/** The format of a file, by its content, never by its name. */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw unreadable('EMPTY_FILE');
  if (bytes.length > MAX_BYTES) throw unreadable('FILE_TOO_LARGE', { max: 10 });
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw unreadable('OLD_EXCEL');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw unreadable('UNKNOWN_FORMAT');
  const format = FORMATS.find(({ recognises }) => recognises(bytes));
  const isText = format?.name === 'csv';
  // refuse workbooks of other programs, pictures and unknown XML, which would otherwise be read as CSV
  const isWide = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  const isBinary = isText && !isWide && bytes.subarray(0, 4096).includes(0);
  if (format === undefined || isBinary || (isText && rootOf(bytes) !== null)) {
    throw unreadable('UNKNOWN_FORMAT');
  }
  return format;
}
