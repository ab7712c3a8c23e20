import { columnsOf, fieldsOf } from './columns.ts';
import type { Field, ReadFile, ReadOptions, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { unreadColumns } from './unread-columns.ts';

/** A row of named texts: attributes, concepts or members. */
export interface NamedRow {
  line: number;
  named: readonly (readonly [name: string, text: string])[];
}

/** Reads named rows like a table that has a column for each name in the file. */
export function readNamed(
  rows: () => Iterable<NamedRow>,
  options: ReadOptions,
): ReadFile & { rows: () => Iterable<SourceRow> } {
  const { names, samples } = namesOf(rows());
  const head = [...names.keys()];
  // two names may have the same field, as they can be in different rows
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

/** Every name with its column number, and the first text under each name. */
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
