import { unreadable } from '../import-problem.ts';
import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { isJsonWith, isRecord, readJson, textsOf } from './read-json.ts';

/** DHIS2 dataValueSets. Values are strings, period and orgUnit stand once or on each value. */
export const dhis2Json: Format = {
  name: 'dhis2-json',
  recognises: (bytes) => isJsonWith(bytes),
  read: (bytes, options) => {
    const file = readJson(bytes);
    const values = file['dataValues'];
    if (!Array.isArray(values)) throw unreadable('JSON_NO_VALUES');
    const shared = textsOf(file).filter(([name]) => name === 'period' || name === 'orgUnit');
    return readNamed(() => rowsOf(values, shared), options);
  },
};

function* rowsOf(
  values: readonly unknown[],
  shared: readonly [string, string][],
): Iterable<NamedRow> {
  for (const [index, value] of values.entries()) {
    const own = isRecord(value) ? textsOf(value) : [];
    yield { line: index + 1, named: [...own, ...shared] };
  }
}
