import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonWith, readJson, recordsOf, textsOf } from './read-json.ts';

/** Our own JSON of a release: the same table as the CSV with an object for each row, and a description at the top. */
export const jsonTable: Format = {
  name: 'json-table',
  recognises: (bytes) => isJsonWith(bytes, 'columns', 'data', 'indicator'),
  read: (bytes, options) => {
    const rows = recordsOf(readJson(bytes)['data']);
    return readNamed(() => named(rows), options);
  },
};

function* named(rows: readonly Record<string, unknown>[]): Iterable<NamedRow> {
  for (const [index, row] of rows.entries()) yield { line: index + 1, named: textsOf(row) };
}
