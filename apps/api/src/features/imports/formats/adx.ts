import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { readXml, rootOf } from './xml.ts';

/** IHE ADX, the XML that DHIS2 exports: each category is an attribute. */
export const adx: Format = {
  name: 'adx',
  recognises: (bytes) => rootOf(bytes) === 'adx',
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let group: [string, string][] = [];
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'group') {
        group = [
          ['orgUnit', attributes.get('orgUnit') ?? ''],
          ['period', yearOf(attributes.get('period') ?? '')],
        ];
      }
      if (name === 'dataValue') emit({ line, named: [...attributes, ...group] });
    },
  }));
}

/** `2025-01-01/P1Y` is the calendar year; any other period is kept as written, and will not be read as a year. */
function yearOf(period: string): string {
  return /^(\d{4})-01-01\/P1Y$/.exec(period)?.[1] ?? period;
}
