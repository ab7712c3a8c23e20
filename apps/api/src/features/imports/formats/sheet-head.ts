import { withoutYears } from '../fold-name.ts';
import type { FileColumn, ImportProblem } from '../import-problem.ts';
import {
  columnsOf,
  dimensionsOfOpenSdg,
  hasIndicator,
  hasValue,
  headAt,
  meaningsOf,
  previewOf,
} from './columns.ts';
import { areFigures } from './figures.ts';
import type { Field, ReadOptions } from './format.ts';
import { tableAbove } from './other-table.ts';
import type { Preview } from './preview.ts';
import { longBeside, tableBeside } from './tables-beside.ts';
import { columnsNotRead } from './unread-columns.ts';
import { chosenHead, isWide, wideTable, type WideTable } from './wide.ts';

/** The head of a table in a sheet, and what its columns mean. */
export interface Head {
  row: number;
  columns: { at: number; field: Field; name: string }[];
  /** The first row of the head; the same as `row` if it has one row. */
  first: number;
  wide: WideTable | null;
  problems: ImportProblem[];
  /** The names of all columns. */
  names: string[];
  /** The fields of all columns; null for columns without one. */
  fields: (Field | null)[];
  /** Columns that divide the figures by something unknown. */
  others: ReadonlySet<number>;
  /** All columns as shown to a person, those without a field too. */
  all: FileColumn[];
  preview: Preview;
}

/** The column names without years, so that the sheets of different years compare as equal. */
export const namesOf = ({ all }: Head): string =>
  all.map(({ name }) => withoutYears(name)).join('\n');

export function isComplete({ columns, wide }: Head): boolean {
  if (wide !== null) return true;
  const fields = columns.map(({ field }) => field);
  return hasIndicator(fields) && hasValue(fields);
}

export function headOf(texts: readonly string[][], options: ReadOptions): Head {
  const wide = isWide(texts, options) ? wideTable(texts, options) : null;
  const row = (wide?.last ?? chosenHead(options) ?? headAt(texts)) + 1;
  const written = wide?.names ?? texts[row - 1] ?? [];
  // the rows may be wider than the head: columns without a name count too
  const width = Math.max(...texts.slice(row - 1).map(({ length }) => length), 0);
  const names = Array.from({ length: width }, (_, at) => written[at] ?? '');
  const beside = wide === null && options.columns === null ? longBeside(names) : null;
  const fields = wide?.fields ?? meaningsOf(names.slice(0, beside ?? undefined), options.columns);
  const columns = fields.flatMap((field, index) =>
    field === null ? [] : [{ at: index + 1, field, name: names[index] ?? '' }],
  );
  const all = columnsOf(names, fields, texts.slice(row));
  const values = wide?.values.map(({ at }) => at) ?? [fields.indexOf('value')];
  return {
    ...{ row, first: (wide?.first ?? row - 1) + 1, columns, wide, names, fields, all },
    others:
      wide === null ? dimensionsOfOpenSdg(written.slice(0, fields.length), fields) : new Set(),
    problems: [
      ...(chosenHead(options) === null
        ? tableAbove(texts.slice(0, wide?.first ?? row - 1), 0)
        : []),
      ...(beside === null ? [] : [tableBeside(names, beside)]),
      ...(wide?.problems ?? []),
      ...(wide === null ? [] : figuresNotRead(wide, texts.slice(row))),
    ],
    preview: previewOf(texts, row - 1, values),
  };
}

/** Warns of columns in a wide table that hold figures but have an unknown head: “2020 в % к 2019”. */
function figuresNotRead(
  { names, fields, columns }: WideTable,
  below: readonly string[][],
): ImportProblem[] {
  const withFigures = names.map((name, at) =>
    areFigures(below.map((row) => row[at] ?? '')) ? name : '',
  );
  return columnsNotRead(withFigures, fields, columns);
}
