import { columnsOf, fieldsOf } from './columns.ts';
import type { Field, ReadFile, ReadOptions, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { unreadColumns } from './unread-columns.ts';

/** A row of attributes, concepts or members, each with its name. */
export interface NamedRow {
  line: number;
  named: readonly (readonly [name: string, text: string])[];
}

/** Reads named rows like a table whose columns are all the names in the file. */
export function readNamed(
  rows: () => Iterable<NamedRow>,
  options: ReadOptions,
): ReadFile & { rows: () => Iterable<SourceRow> } {
  const { names, samples } = namesOf(rows());
  const head = [...names.keys()];
  // two names of one meaning may stand in different rows
  const fields = fieldsOf(head, options.columns);
  const unread = unreadColumns(head, fields, null, options);
  for (const { named } of rows())
    unread.addTexts(named.map(([name, text]) => [names.get(name) ?? -1, text] as const));
  unread.refuse([], [samples]);
  return {
    rows: () => rowsOf(rows(), new Map(head.map((name, at) => [name, fields[at] ?? null]))),
    problems: [],
    decimal: '.',
    columns: columnsOf(head, fields, [samples]),
  };
}

/** Every name with its place among them, and the first text of each. */
function namesOf(rows: Iterable<NamedRow>) {
  const names = new Map<string, number>();
  const samples: string[] = [];
  for (const { named } of rows) {
    for (const [name, text] of named) {
      const at = names.get(name) ?? names.size;
      names.set(name, at);
      if ((samples[at] ?? '') === '') samples[at] = text;
    }
  }
  return { names, samples };
}

function* rowsOf(
  rows: Iterable<NamedRow>,
  fields: ReadonlyMap<string, Field | null>,
): Iterable<SourceRow> {
  for (const { line, named } of rows) {
    const row = toRow(
      line,
      named.map(([column, text]) => [{ text, column }, fields.get(column) ?? null] as const),
    );
    if (row !== null) yield row;
  }
}
