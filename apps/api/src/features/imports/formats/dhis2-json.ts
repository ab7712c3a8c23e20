import { unreadable } from '../import-problem.ts';
import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonWith, isRecord, readJson, textsOf } from './read-json.ts';

/**
 * JSON with a list of values, parsed whole: 10 MB of it are small objects. DHIS2 dataValueSets, in which values are strings, and period and orgUnit
 * stand once or on each value; its analytics, with names apart; and OData, as WHO answers.
 */
export const dhis2Json: Format = {
  name: 'dhis2-json',
  recognises: (bytes) => isJsonWith(bytes),
  read: (bytes, options) => {
    const file = readJson(bytes);
    const values = file['dataValues'] ?? analyticsOf(file) ?? file['value'];
    if (!Array.isArray(values)) throw unreadable('JSON_NO_VALUES');
    const shared = textsOf(file).filter(([name]) => name === 'period' || name === 'orgUnit');
    return readNamed(() => rowsOf(values, shared), options);
  },
};

/** Rows of ids, whose names and codes stand apart. */
function analyticsOf({ headers, rows, metaData }: Record<string, unknown>): unknown[] | undefined {
  if (!Array.isArray(headers) || !Array.isArray(rows)) return undefined;
  const items = isRecord(metaData) && isRecord(metaData['items']) ? metaData['items'] : {};
  const nameOf = (id: unknown): unknown => {
    const item = typeof id === 'string' && Object.hasOwn(items, id) ? items[id] : null;
    return isRecord(item) ? (item['code'] ?? item['name'] ?? id) : id;
  };
  const names = headers.map((head) => String(isRecord(head) ? head['name'] : head));
  return rows.map((row: unknown) => {
    const ids: readonly unknown[] = Array.isArray(row) ? row : [];
    return Object.fromEntries(names.map((name, at) => [name, nameOf(ids[at])]));
  });
}

function* rowsOf(
  values: readonly unknown[],
  shared: readonly [string, string][],
): Iterable<NamedRow> {
  for (const [index, value] of values.entries()) {
    const own = isRecord(value) ? textsOf(value) : [];
    yield { line: index + 1, named: [...own, ...shared] };
  }
}
