import type { RowField, PlaceField } from '@qadam/domain';
import type { FileColumn, ImportProblem } from '../import-problem.ts';
import type { Field } from './field.ts';
import type { Preview } from './preview.ts';

export type { Field } from './field.ts';

/** What a text says of the place of its row. `sure`: it is nothing else, wherever it stands. */
export interface PlaceReading {
  place: PlaceField;
  sure: boolean;
  /** The country or year of this return. */
  own: boolean;
}

/** What is said of a value by where it stands: fields with their texts. */
export type Facts = Partial<Record<Field, string>>;

/**
 * Which column, counted from 1, is what; null: none is, whatever it is called. `head`: the last row of the names of the columns, as `top` counts
 * them; `values`: the columns that hold values, where there are several.
 */
export type ColumnChoice = Partial<Record<RowField, number | null>> & {
  head?: number;
  values?: number[];
};

/** One cell as it is written in the file, and how its reader would name the place. */
export interface SourceCell {
  text: string;
  column: string;
  /** A typed number: `text` is its plain decimal, whatever the writer's language. */
  typed?: true;
  /** What stood there, with the mark of a footnote that `text` is without. */
  marked?: string;
}

/** One row, observation or data value of the file. */
export interface SourceRow {
  /** As a person counts in that file: the line of a text, the row of a sheet, the number of an observation. */
  line: number;
  /** The name of a further sheet of a workbook. */
  sheet?: string;
  /** Of all rows of the file, counted from 1: the same each time it is read. Set by the reading thread, not by the format. */
  number?: number;
  cells: Partial<Record<Field, SourceCell>>;
  /** The decimal mark that the file's specification fixes; absent: the writer's language decides. */
  decimal?: '.';
  /** What the format itself found: a cell that is a date, a formula without a value. */
  problems: ImportProblem[];
}

export interface ReadOptions {
  fileName: string;
  /** The return that is filled, so the template that is current; of no one year where all of the file are taken. */
  template: { area: string; cycle: number | null };
  /** How people call the whole in the breakdown column. */
  total: readonly string[];
  /** Is this text the code or a name of an indicator? */
  isIndicator: (text: string) => boolean;
  /** The country, year or part that a text names; null: none. */
  placeOf: (text: string) => PlaceReading | null;
  /** What a person said of the columns. */
  columns: ColumnChoice | null;
}

export interface ReadFile {
  /** From the first on each time; read as they are taken: no format keeps them. A broken file throws before its end. */
  rows: () => Iterable<SourceRow> | AsyncIterable<SourceRow>;
  /** Of the file as a whole. One ERROR among them refuses it. */
  problems: ImportProblem[];
  /** What its specification fixes for all its rows; null: nothing. */
  decimal: '.' | null;
  /** A row without a region is of the whole country, where others are of its regions. */
  emptyIsWhole?: boolean;
  /** Of a table whose columns a person can name. */
  columns?: FileColumn[];
  preview?: Preview;
}

export interface Format {
  name: FormatName;
  /** Is this such a file? Asked in the order of the registry. */
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
