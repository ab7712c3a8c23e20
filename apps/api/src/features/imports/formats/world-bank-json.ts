import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonListWith, isRecord, readJsonList, recordsOf, textsOf } from './read-json.ts';

/** The answer of the World Bank's API: a list of its page and of its values, in which an indicator and a country have an id. */
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
    // a year without a figure has none at all
    if (typeof value['value'] === 'string') yield { line: index + 1, named: [...ids, ...own] };
  }
}

/** What it calls otherwise than its tables. `date` heads other columns elsewhere. */
const NAMES = new Map([
  ['indicator', 'series'],
  ['date', 'year'],
  ['countryiso3code', 'country code'],
]);
