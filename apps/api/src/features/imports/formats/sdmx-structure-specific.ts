import type { Format, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { readXml, rootOf } from './xml.ts';

/** SDMX-ML 2.1 structure-specific data, and compact data of 2.0: everything is an attribute. */
export const sdmxStructureSpecific: Format = {
  name: 'sdmx-structure-specific',
  recognises: (bytes) => ['StructureSpecificData', 'CompactData'].includes(rootOf(bytes) ?? ''),
  read: (bytes) => ({ rows: () => rowsOf(bytes), problems: [], decimal: '.' }),
};

function rowsOf(bytes: Uint8Array): Iterable<SourceRow> {
  let series: ReadonlyMap<string, string> = new Map();
  return readXml<SourceRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'Series') series = attributes;
      if (name === 'Obs') emit(toRow(line, [...series, ...attributes]));
    },
    close: (name) => {
      if (name === 'Series') series = new Map();
    },
  }));
}
