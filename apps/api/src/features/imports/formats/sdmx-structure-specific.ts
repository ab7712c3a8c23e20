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
/** The elements of groups, which 2.0 names SiblingGroup, for example. */
const GROUP = /Group$/;
const GROUPED_BY_DIMENSIONS = new Set(['FREQ', 'REF_AREA', 'SERIES', 'INDICATOR', 'SEX', 'AGE']);

const told = (attributes: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...attributes].filter(([name]) => !OF_MESSAGE.has(name) && !name.startsWith('xmlns')));

/** Attributes of a data set, a group or a series hold for each of its observations. A data set of deletions is skipped. */
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
        // if there are no series, the observation has the dimensions
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

/** Adds a group. The message does not tell which of its attributes are dimensions: those with a usual name, or that a series also has. */
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
