import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { readXml, rootOf } from './xml.ts';

/** SDMX-ML generic data, 2.0 as the converter of the region writes it and 2.1: everything is a concept with a value. */
export const sdmxGeneric: Format = {
  name: 'sdmx-generic',
  recognises: (bytes) => ['GenericData', 'GenericTimeSeriesData'].includes(rootOf(bytes) ?? ''),
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

const TIME = 'TIME_PERIOD';

function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let series = new Map<string, string>();
  let observation: Map<string, string> | null = null;
  let line = 0;
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line: at }) => {
      const value = attributes.get('value') ?? '';
      const here = observation ?? series;
      if (name === 'Series') series = new Map();
      else if (name === 'Obs') [observation, line] = [new Map(), at];
      else if (name === 'Value')
        here.set(attributes.get('concept') ?? attributes.get('id') ?? '', value);
      else if (name === 'ObsValue') here.set('OBS_VALUE', value);
      else if (name === 'ObsDimension') here.set(attributes.get('id') ?? TIME, value);
    },
    close: (name, text) => {
      if (name === 'Time') observation?.set(TIME, text.trim());
      if (name !== 'Obs' || observation === null) return;
      emit({ line, named: [...series, ...observation] });
      observation = null;
    },
  }));
}
