import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonListWith, isRecord, readJsonList, recordsOf, textsOf } from './read-json.ts';

/** The answer of the World Bank's API: a list with the page and the values, in which indicators and countries are objects with an id. */
export const worldBankJson: Format = {
  name: 'world-bank-json',
  recognises: (bytes) => isJsonListWith(bytes, 'indicator', 'country', 'date'),
  read: (bytes, options) => {
    const values = readJsonList(bytes).flatMap((part) => recordsOf(part));
    return readNamed(() => rowsOf(values), options);
  },
};

function* rowsOf(values: readonly Record<string, unknown>[]): Iterable<NamedRow> {
  for (const [index, value] of values.entries()) {
    const ids = Object.entries(value).flatMap(([name, of]): [string, string][] =>
      isRecord(of) && typeof of['id'] === 'string' ? [[NAMES.get(name) ?? name, of['id']]] : [],
    );
    const own = textsOf(value).map(([name, text]) => [NAMES.get(name) ?? name, text] as const);
    // the API also lists years without a figure, with a value of null: they are skipped
    if (typeof value['value'] === 'string') yield { line: index + 1, named: [...ids, ...own] };
  }
}

/** Names in the API that differ from the World Bank's tables. They are not known elsewhere: `date` means other things in other files. */
const NAMES = new Map([
  ['indicator', 'series'],
  ['date', 'year'],
  ['countryiso3code', 'country code'],
]);
