import { findDelimiter, readRecords } from './csv-records.ts';
import { type TextEncoding, decodeText } from './decode-text.ts';

export interface ReadCsvInput {
  bytes: Uint8Array;
}

export interface CsvTable {
  encoding: TextEncoding;
  delimiter: string;
  /** Cells as written, outer spaces included. */
  rows: string[][];
}

/** Excel's own first line, which names the delimiter and is no record. */
const SEP_LINE = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/iu;

/**
 * Reads a delimited file as people save it: UTF-8 with or without a byte order mark, UTF-16 "Unicode
 * text", Windows-1251; semicolon, comma, tab or vertical bar. Never throws: any bytes are some text, and
 * what the cells mean is for the importer to say. Source: methods.md 8.2, 8.3.
 */
export function readCsv({ bytes }: ReadCsvInput): CsvTable {
  const { encoding, text } = decodeText(bytes);
  const named = SEP_LINE.exec(text);
  const body = text.slice(named?.[0].length ?? 0);
  const delimiter = named?.[1] ?? findDelimiter(body);
  return { encoding, delimiter, rows: readRecords(body, delimiter) };
}
