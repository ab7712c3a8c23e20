import type { Format, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { readXml, rootOf } from './xml.ts';

/** IHE ADX, the XML that DHIS2 exports: categories are attributes of their own. */
export const adx: Format = {
  name: 'adx',
  recognises: (bytes) => rootOf(bytes) === 'adx',
  read: (bytes) => ({ rows: () => rowsOf(bytes), problems: [], decimal: '.' }),
};

function rowsOf(bytes: Uint8Array): Iterable<SourceRow> {
  let group: [string, string][] = [];
  return readXml<SourceRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'group') {
        group = [
          ['orgUnit', attributes.get('orgUnit') ?? ''],
          ['period', yearOf(attributes.get('period') ?? '')],
        ];
      }
      if (name === 'dataValue') emit(toRow(line, [...attributes, ...group]));
    },
  }));
}

/** `2025-01-01/P1Y` is the calendar year; any other period is left as it is, and is no year. */
function yearOf(period: string): string {
  return /^(\d{4})-01-01\/P1Y$/.exec(period)?.[1] ?? period;
}
