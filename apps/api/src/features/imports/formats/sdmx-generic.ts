import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { GroupFacts, isDeletion, withoutNaN } from './sdmx-facts.ts';
import { readXml, rootOf } from './xml.ts';

/** SDMX-ML generic data: 2.0, as the region's converter writes it, and 2.1. Everything is a concept with a value. */
export const sdmxGeneric: Format = {
  name: 'sdmx-generic',
  recognises: (bytes) => ['GenericData', 'GenericTimeSeriesData'].includes(rootOf(bytes) ?? ''),
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

const TIME = 'TIME_PERIOD';

/**
 * Attributes of a data set, a group or a series hold for each of its observations. A data set of deletions is skipped. The
 * header names the dimension that observations give without an id.
 */
function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let dataSet = new Map<string, string>();
  let series = dataSet;
  let observation: Map<string, string> | null = null;
  let group: { key: Map<string, string>; told: Map<string, string>; isKey: boolean } | null = null;
  let groups = new GroupFacts();
  let actionOfAll = '';
  let isDeleted = false;
  let atObservation = TIME;
  let line = 0;
  const here = () =>
    observation ?? (group === null ? series : group.isKey ? group.key : group.told);
  const endGroup = () => {
    if (group !== null) groups.add(group.key, group.told);
    group = null;
  };
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line: at }) => {
      const value = attributes.get('value') ?? '';
      if (name === 'Structure') {
        const named = attributes.get('dimensionAtObservation') ?? TIME;
        atObservation = named === 'AllDimensions' ? TIME : named;
      } else if (name === 'DataSet') {
        isDeleted = isDeletion(attributes.get('action') ?? actionOfAll);
        dataSet = new Map();
        groups = new GroupFacts();
        series = dataSet;
      } else if (name === 'Group') group = { key: new Map(), told: new Map(), isKey: false };
      else if (name === 'GroupKey' && group !== null) group.isKey = true;
      else if (name === 'Series') {
        // in 2.0 the series are inside their group
        endGroup();
        series = new Map(dataSet);
      } else if (name === 'Obs') [observation, line] = [new Map(), at];
      else if (name === 'Value')
        here().set(attributes.get('concept') ?? attributes.get('id') ?? '', value);
      else if (name === 'ObsValue') here().set('OBS_VALUE', withoutNaN(value));
      else if (name === 'ObsDimension') here().set(attributes.get('id') ?? atObservation, value);
    },
    close: (name, text) => {
      if (name === 'DataSetAction') actionOfAll = text;
      if (name === 'GroupKey' && group !== null) group.isKey = false;
      if (name === 'Group') endGroup();
      if (name === 'Series') series = dataSet;
      if (name === 'Time') observation?.set(TIME, text.trim());
      if (name !== 'Obs' || observation === null) return;
      const named = [...groups.with(new Map([...series, ...observation]))];
      if (!isDeleted) emit({ line, named });
      observation = null;
    },
  }));
}
