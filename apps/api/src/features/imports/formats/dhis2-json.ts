import { unreadable } from '../import-problem.ts';
import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonWith, isRecord, readJson, recordsOf, textsOf } from './read-json.ts';

/**
 * JSON with a list of values, parsed whole: 10 MB of it are small objects. DHIS2 dataValueSets, in which values are strings, and period and orgUnit
 * stand once or on each value, beside the metadata of DHIS2 where that is given along; its analytics, with names apart; and OData, as WHO answers.
 */
export const dhis2Json: Format = {
  name: 'dhis2-json',
  recognises: (bytes) => isJsonWith(bytes),
  read: (bytes, options) => {
    const file = readJson(bytes);
    const values = file['dataValues'] ?? analyticsOf(file) ?? file['value'];
    if (!Array.isArray(values)) throw unreadable('JSON_NO_VALUES');
    const shared = textsOf(file).filter(([name]) => SHARED.has(name));
    const named = namesIn(file);
    return readNamed(() => rowsOf(values, shared, named), options);
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

const SHARED = new Set(['period', 'orgUnit', 'attributeOptionCombo']);

/** Where a metadata export lists what a member of a value names. */
const LISTS = {
  dataElement: 'dataElements',
  orgUnit: 'organisationUnits',
  categoryOptionCombo: 'categoryOptionCombos',
  attributeOptionCombo: 'categoryOptionCombos',
} as const;
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is named by an identifier, by its code where it has one, else by its name. */
const namesIn = (file: Record<string, unknown>): Names =>
  new Map(
    Object.entries(LISTS).map(([member, list]) => [
      member,
      new Map(
        recordsOf(file[list]).flatMap(({ id, code, name }) => {
          const told = [code, name].find((one) => typeof one === 'string' && one !== '');
          return typeof id === 'string' && typeof told === 'string' ? [[id, told] as const] : [];
        }),
      ),
    ]),
  );

function* rowsOf(
  values: readonly unknown[],
  shared: readonly [string, string][],
  names: Names,
): Iterable<NamedRow> {
  const told = ([member, text]: [string, string]): [string, string] => {
    const known = names.get(member)?.get(text);
    return [member, known ?? text];
  };
  for (const [index, value] of values.entries()) {
    // an export may tell what was deleted, too
    if (!isRecord(value) || value['deleted'] === true) continue;
    yield { line: index + 1, named: [...textsOf(value), ...shared].map(told) };
  }
}
