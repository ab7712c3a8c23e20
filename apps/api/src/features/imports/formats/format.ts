import type { RowField, PlaceField } from '@qadam/domain';
import type { FileColumn, ImportProblem } from '../import-problem.ts';
import type { Field } from './field.ts';
import type { Preview } from './preview.ts';

export type { Field } from './field.ts';

/** The country, year or part that a text names. `sure`: the text cannot mean anything else, in whatever column it is. */
export interface PlaceReading {
  place: PlaceField;
  sure: boolean;
  /** Is it the country or year of this return? */
  own: boolean;
}

/** What the position of a value in a table says about it: fields with their texts. */
export type Facts = Partial<Record<Field, string>>;

/**
 * The column, counted from 1, that a person chose for each field; null: no column, whatever its name. `head`: the last row with column
 * names, as `top` counts rows; `values`: the columns that hold values, if there are several.
 */
export type ColumnChoice = Partial<Record<RowField, number | null>> & {
  head?: number;
  values?: number[];
};

/** One cell as written in the file, with the name of its column as a reader of the file would call it. */
export interface SourceCell {
  text: string;
  column: string;
  /** A typed number: `text` is its plain decimal, whatever the writer's language. */
  typed?: true;
  /** The original text, if a footnote mark was removed from `text`. */
  marked?: string;
}

/** One row, observation or data value of the file. */
export interface SourceRow {
  /** As a person counts in that file: the line of a text file, the row of a sheet, the number of an observation. */
  line: number;
  /** The name of the sheet, if it is not the first one read. */
  sheet?: string;
  /** The number among all rows of the file, counted from 1, the same each time the file is read. Set by the worker thread, not by the format. */
  number?: number;
  cells: Partial<Record<Field, SourceCell>>;
  /** The decimal mark that the file's specification fixes; absent: the writer's language decides. */
  decimal?: '.';
  /** Problems found by the format: a cell that is a date, a formula without a value. */
  problems: ImportProblem[];
}

export interface ReadOptions {
  fileName: string;
  /** The return that the file is for, and so the template that fits; `cycle` is null if all years of the file are read. */
  template: { area: string; cycle: number | null };
  /** The words for the total in the breakdown column. */
  total: readonly string[];
  /** Is this text the code or a name of an indicator? */
  isIndicator: (text: string) => boolean;
  /** The country, year or part that a text names; null: none. */
  placeOf: (text: string) => PlaceReading | null;
  /** What a person said the columns are. */
  columns: ColumnChoice | null;
}

export interface ReadFile {
  /** Every call begins with the first row. Rows are read as they are taken, no format keeps them. A broken file throws on the way. */
  rows: () => Iterable<SourceRow> | AsyncIterable<SourceRow>;
  /** Problems of the file as a whole. One ERROR among them refuses the file. */
  problems: ImportProblem[];
  /** The decimal mark that the format's specification fixes for all rows; null: none. */
  decimal: '.' | null;
  /** In a file about regions, a row without a region is about the whole country. */
  emptyIsWhole?: boolean;
  /** The columns, if the file is a table and a person can say what they are. */
  columns?: FileColumn[];
  preview?: Preview;
}

export interface Format {
  name: FormatName;
  /** Is this file of this format? Asked in the order of the registry. */
  recognises: (bytes: Uint8Array) => boolean;
  read: (bytes: Uint8Array, options: ReadOptions) => ReadFile | Promise<ReadFile>;
}

export const FORMAT_NAMES = [
  'csv',
  'xlsx',
  'sdmx-csv',
  'sdmx-generic',
  'sdmx-structure-specific',
  'adx',
  'dhis2-json',
  'sdmx-json',
  'json-table',
  'json-stat',
  'px',
  'dhis2-xml',
  'world-bank-json',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const MAX_ROWS = 100_000;
export const MAX_BYTES = 10 * 1024 * 1024;
