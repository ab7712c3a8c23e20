import { unreadable } from '../import-problem.ts';
import { BREAKDOWN, fieldOf, isIgnoredColumn } from './columns.ts';
import type { Format, ReadOptions } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isToldInFull } from './record.ts';
import { isJsonWith, isRecord, readJson, recordsOf, textsOf } from './read-json.ts';

/**
 * JSON with a list of values, parsed whole, which at 10 MB at most takes little memory. These are: DHIS2 dataValueSets, with period
 * and orgUnit given once or on each value, and optionally DHIS2 metadata beside them; DHIS2 analytics, with names listed separately;
 * OData, as WHO answers; and the API of the United Nations.
 */
export const dhis2Json: Format = {
  name: 'dhis2-json',
  recognises: (bytes) => isJsonWith(bytes),
  read: (bytes, options) => {
    const file = readJson(bytes);
    const values = file['dataValues'] ?? analyticsOf(file) ?? file['value'] ?? file['data'];
    if (!Array.isArray(values)) throw unreadable('JSON_NO_VALUES');
    const shared = textsOf(file).filter(([name]) => SHARED.has(name));
    const named = namesIn(file, options.isIndicator);
    return readNamed(() => rowsOf(values, shared, named), options);
  },
};

/** The rows of DHIS2 analytics, with codes or names in place of the ids, which the file lists separately. */
function analyticsOf({ headers, rows, metaData }: Record<string, unknown>): unknown[] | undefined {
  if (!Array.isArray(headers) || !Array.isArray(rows)) return undefined;
  const told = isRecord(metaData) ? (metaData['items'] ?? metaData['names']) : {};
  const items = isRecord(told) ? told : {};
  const names = headers.map((head) => String(isRecord(head) ? head['name'] : head));
  const nameOf = (id: unknown, head = ''): unknown => {
    const item = typeof id === 'string' && Object.hasOwn(items, id) ? items[id] : null;
    const name = isRecord(item) ? (item['code'] ?? item['name']) : item;
    // if the name of a combination does not give its parts, the identifier is kept, and the person is asked about it
    const isTold = !COMBINATIONS.has(head) || (typeof name === 'string' && isToldInFull(name));
    return isTold ? (name ?? id) : id;
  };
  return rows.map((row: unknown) => {
    const ids: readonly unknown[] = Array.isArray(row) ? row : [];
    return Object.fromEntries(names.map((name, at) => [name, nameOf(ids[at], name)]));
  });
}

const COMBINATIONS = new Set(['co', 'ao']);
const SHARED = new Set(['period', 'orgUnit', 'attributeOptionCombo']);

/** For each member of a value, the list of a metadata export that explains its identifiers. */
const LISTS = {
  dataElement: 'dataElements',
  orgUnit: 'organisationUnits',
  categoryOptionCombo: 'categoryOptionCombos',
  attributeOptionCombo: 'categoryOptionCombos',
} as const;
const MEMBERS = Object.keys(LISTS) as (keyof typeof LISTS)[];
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * For each identifier, its code if we know that, else its name. If we know neither, the identifier is kept, and a person is
 * asked what it means.
 */
function namesIn(file: Record<string, unknown>, isIndicator: ReadOptions['isIndicator']): Names {
  const isKnown: Record<keyof typeof LISTS, (text: string) => boolean> = {
    dataElement: isIndicator,
    orgUnit: () => true,
    categoryOptionCombo: isToldInFull,
    attributeOptionCombo: isToldInFull,
  };
  return new Map(
    MEMBERS.map((member) => {
      const told = (one: unknown): one is string =>
        typeof one === 'string' && one.trim() !== '' && isKnown[member](one);
      const named = recordsOf(file[LISTS[member]]).flatMap(({ id, code, name }) => {
        const known = [code, name].find(told);
        return typeof id === 'string' && known !== undefined ? [[id, known] as const] : [];
      });
      return [member, new Map(named)];
    }),
  );
}

/** An unknown dimension still divides the figures, so it is read as a breakdown. */
const ofDimension = (name: string): string =>
  fieldOf(name) !== null || [name, name.replaceAll(' ', '_')].some(isIgnoredColumn)
    ? name
    : BREAKDOWN;

const membersOf = (member: unknown): [string, string][] =>
  isRecord(member) ? textsOf(member) : [];

/** The texts of a value; the API of the United Nations has dimensions and units in objects of their own. */
const ownTexts = (value: Record<string, unknown>): [string, string][] => [
  ...textsOf(value),
  ...membersOf(value['dimensions']).map(
    ([name, text]) => [ofDimension(name), text] satisfies [string, string],
  ),
  ...membersOf(value['attributes']),
];

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
    if (!isRecord(value) || value['deleted'] === true) continue;
    const own = ownTexts(value);
    const others = shared.filter(([member]) => own.every(([name]) => name !== member));
    yield { line: index + 1, named: [...own, ...others].map(told) };
  }
}
