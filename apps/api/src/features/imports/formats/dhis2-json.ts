import { unreadable } from '../import-problem.ts';
import { BREAKDOWN, fieldOf, isIgnoredColumn } from './columns.ts';
import type { Format, ReadOptions } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isToldInFull } from './record.ts';
import { isJsonWith, isRecord, readJson, recordsOf, textsOf } from './read-json.ts';

/**
 * JSON with a list of values, parsed whole: 10 MB of it are small objects. DHIS2 dataValueSets, in which values are strings, and period and orgUnit
 * stand once or on each value, beside the metadata of DHIS2 where that is given along; its analytics, with names apart; OData, as WHO answers; and the API of the United Nations.
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

/** Rows of ids, whose names and codes stand apart. */
function analyticsOf({ headers, rows, metaData }: Record<string, unknown>): unknown[] | undefined {
  if (!Array.isArray(headers) || !Array.isArray(rows)) return undefined;
  const told = isRecord(metaData) ? (metaData['items'] ?? metaData['names']) : {};
  const items = isRecord(told) ? told : {};
  const names = headers.map((head) => String(isRecord(head) ? head['name'] : head));
  const nameOf = (id: unknown, head = ''): unknown => {
    const item = typeof id === 'string' && Object.hasOwn(items, id) ? items[id] : null;
    const name = isRecord(item) ? (item['code'] ?? item['name']) : item;
    // a combination that does not say which part it is is asked about by its identifier
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

/** Where a metadata export lists what a member of a value names. */
const LISTS = {
  dataElement: 'dataElements',
  orgUnit: 'organisationUnits',
  categoryOptionCombo: 'categoryOptionCombos',
  attributeOptionCombo: 'categoryOptionCombos',
} as const;
const MEMBERS = Object.keys(LISTS) as (keyof typeof LISTS)[];
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * What is named by an identifier: by its code where we know that, else by its name. Where we know neither the identifier
 * stays: by it somebody says what it is.
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

/** What nobody knows divides the figures all the same. */
const ofDimension = (name: string): string =>
  fieldOf(name) !== null || [name, name.replaceAll(' ', '_')].some(isIgnoredColumn)
    ? name
    : BREAKDOWN;

const membersOf = (member: unknown): [string, string][] =>
  isRecord(member) ? textsOf(member) : [];

/** What a value says itself; the United Nations keep dimensions and units apart. */
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
