import { findDelimiter, readRecords } from './csv-records.ts';
import { type TextEncoding, decodeText } from './decode-text.ts';

export interface ReadCsvInput {
  bytes: Uint8Array;
}

interface CsvFile {
  encoding: TextEncoding;
  delimiter: string;
  /**
   * Reads the records anew from the first, each time it is called, so that of a long file only the text is kept. An empty line
   * is a record of one empty field, because people who look for a line count it too.
   */
  records: () => Iterable<string[]>;
}

export interface CsvTable extends Omit<CsvFile, 'records'> {
  /** Cells as written, outer spaces included. */
  rows: string[][];
}

/** A first line for Excel, which names the delimiter and is no record. */
const SEP_LINE = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/iu;

/**
 * A delimited file as people save it: UTF-8 with or without a byte order mark, UTF-16 "Unicode
 * text", Windows-1251; semicolon, comma, tab or vertical bar. Never throws: any bytes can be read as text, and
 * the importer decides what the cells mean. Source: methods.md 8.2, 8.3.
 */
export function openCsv({ bytes }: ReadCsvInput): CsvFile {
  const { encoding, text } = decodeText(bytes);
  const named = SEP_LINE.exec(text);
  const body = text.slice(named?.[0].length ?? 0);
  const delimiter = named?.[1] ?? findDelimiter(body);
  return { encoding, delimiter, records: () => readRecords(body, delimiter, { emptyLines: true }) };
}

/** All rows of a short file, without its empty lines. */
export function readCsv(input: ReadCsvInput): CsvTable {
  const { records, ...file } = openCsv(input);
  return { ...file, rows: [...records()].filter((row) => row.length > 1 || row[0] !== '') };
}
