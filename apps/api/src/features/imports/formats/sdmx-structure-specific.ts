import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { GroupFacts, isDeletion, withoutNaN } from './sdmx-facts.ts';
import { readXml, rootOf } from './xml.ts';

const ROOTS = ['StructureSpecificData', 'StructureSpecificTimeSeriesData', 'CompactData'];

/** SDMX-ML 2.1 and 3.0 structure-specific data, and compact data of 2.0: everything is an attribute. */
export const sdmxStructureSpecific: Format = {
  name: 'sdmx-structure-specific',
  recognises: (bytes) => ROOTS.includes(rootOf(bytes) ?? ''),
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

/** Attributes of a data set that are about the message, not about its values. */
const OF_MESSAGE = new Set([
  ...['action', 'dataScope', 'structureRef', 'setID', 'keyFamilyURI', 'datasetID', 'type'],
  ...['validFromDate', 'validToDate', 'publicationYear', 'publicationPeriod', 'dataProviderID'],
  ...['reportingBeginDate', 'reportingEndDate', 'dataProviderSchemeID', 'schemaLocation'],
  ...['dataProviderSchemeAgencyId', 'dataflowID', 'dataflowAgencyID', 'REPORTING_YEAR_START_DAY'],
]);
/** SDMX says what holds for all of a group: 2.0 calls its elements SiblingGroup, for one. */
const GROUP = /Group$/;
const GROUPED_BY_DIMENSIONS = new Set(['FREQ', 'REF_AREA', 'SERIES', 'INDICATOR', 'SEX', 'AGE']);

const told = (attributes: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...attributes].filter(([name]) => !OF_MESSAGE.has(name) && !name.startsWith('xmlns')));

/** What a data set, a group or a series says holds for each of its observations. Of what is to be deleted nothing is read. */
function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let dataSet: ReadonlyMap<string, string> = new Map();
  let series: ReadonlyMap<string, string> = new Map();
  let waiting: Map<string, string>[] = [];
  let groups = new GroupFacts();
  let actionOfAll = '';
  let isDeleted = false;
  const endGroups = (member: ReadonlyMap<string, string>) => {
    for (const group of waiting) addGroup(groups, group, member);
    waiting = [];
  };
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'DataSet') {
        isDeleted = isDeletion(attributes.get('action') ?? actionOfAll);
        [dataSet, series, groups] = [told(attributes), new Map(), new GroupFacts()];
        waiting = [];
      } else if (GROUP.test(name)) waiting.push(told(attributes));
      else if (name === 'Series') {
        series = attributes;
        endGroups(attributes);
      } else if (name === 'Obs' && !isDeleted) {
        const own = new Map([...dataSet, ...series, ...attributes]);
        // without series an observation names the dimensions
        endGroups(attributes);
        const value = own.get('OBS_VALUE');
        if (value !== undefined) own.set('OBS_VALUE', withoutNaN(value));
        emit({ line, named: [...groups.with(own)] });
      }
    },
    close: (name, text) => {
      if (name === 'DataSetAction') actionOfAll = text;
      if (name === 'Series') series = new Map();
    },
  }));
}

/** Nothing in the message tells the dimensions of a group from what is said of it: a series has the same dimensions and may lack the rest. */
function addGroup(
  groups: GroupFacts,
  group: ReadonlyMap<string, string>,
  series: ReadonlyMap<string, string>,
): void {
  const isKey = (name: string) => series.has(name) || GROUPED_BY_DIMENSIONS.has(name);
  groups.add(
    new Map([...group].filter(([name]) => isKey(name))),
    new Map([...group].filter(([name]) => !isKey(name))),
  );
}
