import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { readXml, rootOf } from './xml.ts';

const ROOTS = ['StructureSpecificData', 'StructureSpecificTimeSeriesData', 'CompactData'];

/** SDMX-ML 2.1 and 3.0 structure-specific data, and compact data of 2.0: everything is an attribute. */
export const sdmxStructureSpecific: Format = {
  name: 'sdmx-structure-specific',
  recognises: (bytes) => ROOTS.includes(rootOf(bytes) ?? ''),
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let series: ReadonlyMap<string, string> = new Map();
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'Series') series = attributes;
      if (name === 'Obs') emit({ line, named: [...series, ...attributes] });
    },
    close: (name) => {
      if (name === 'Series') series = new Map();
    },
  }));
}
