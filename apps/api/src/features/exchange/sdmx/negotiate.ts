import { negotiateLanguage, type Language } from '@qadam/i18n';
import type { ApiVersion } from './data-query.ts';
import type { CsvOptions, CsvVersion } from './sdmx-csv.ts';
import type { MlVersion } from './ml.ts';
import type { JsonVersion } from './message-context.ts';
import { SdmxError } from './sdmx-error.ts';
import type { JsonDataVersion } from './sdmx-json.ts';

/** A format for data; each standard in the versions that clients ask for. */
export type DataRepresentation = { mediaType: string } & (
  | { kind: 'json'; version: JsonDataVersion }
  | { kind: 'csv'; version: CsvVersion; options: CsvOptions }
  | { kind: 'jsonstat' }
  | { kind: 'xml'; form: 'generic' | 'specific'; version: MlVersion; isTimeSeries: boolean }
);
export type StructureRepresentation = { mediaType: string } & (
  { kind: 'json'; version: JsonVersion } | { kind: 'xml'; version: MlVersion }
);

interface Wish {
  type: string;
  parameters: ReadonlyMap<string, string>;
  quality: number;
}

function wishes(accept: string): Wish[] {
  return accept
    .split(',')
    .map((part): Wish => {
      const [type = '', ...rest] = part.split(';').map((text) => text.trim());
      const parameters = new Map(
        rest.map((text) => {
          const [name = '', value = ''] = text.split('=');
          return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')] as const;
        }),
      );
      const quality = Number(parameters.get('q') ?? '1');
      return { type: type.toLowerCase(), parameters, quality: Number.isNaN(quality) ? 0 : quality };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

const VND = 'application/vnd.sdmx.';
export const JSON_TYPE = `${VND}data+json`;
export const CSV_TYPE = `${VND}data+csv`;
/** Not a registered type; with this name it can be asked for in an Accept header too. */
const JSON_STAT = 'application/vnd.json-stat+json';
export const STRUCTURE_TYPE = `${VND}structure+json`;
const METADATA_TYPE = `${VND}metadata+json`;
export const versioned = (type: string, version: string) => `${type};version=${version}`;

/**
 * The media types that clients mean by the parameter `format`, which no standard defines and every client sends: the words of .Stat, the Fusion
 * registry, Eurostat, the ECB and npm's sdmx-json-parser. Where the type has no version, the path decides it.
 */
const DATA_FORMATS: Readonly<Record<string, string>> = {
  json: JSON_TYPE,
  jsondata: JSON_TYPE,
  'sdmx-json': JSON_TYPE,
  csv: CSV_TYPE,
  csvdata: CSV_TYPE,
  csvfile: CSV_TYPE,
  'sdmx-csv': CSV_TYPE,
  csvfilewithlabels: `${CSV_TYPE};labels=both`,
  jsonstat: JSON_STAT,
  'json-stat': JSON_STAT,
  xml: 'application/xml',
  genericdata: `${VND}genericdata+xml`,
  structurespecificdata: `${VND}structurespecificdata+xml`,
  'sdmx-2.1': `${VND}structurespecificdata+xml`,
  'sdmx-generic-2.1': `${VND}genericdata+xml`,
  'sdmx-compact-2.1': `${VND}structurespecificdata+xml`,
  'sdmx-3.0': `${VND}data+xml;version=3.0.0`,
};
const STRUCTURE_FORMATS: Readonly<Record<string, string>> = {
  json: STRUCTURE_TYPE,
  'sdmx-json': STRUCTURE_TYPE,
  xml: 'application/xml',
  structure: `${VND}structure+xml`,
  'sdmx-2.1': `${VND}structure+xml;version=2.1`,
  'sdmx-3.0': `${VND}structure+xml;version=3.0.0`,
};

const METADATA_FORMATS: Readonly<Record<string, string>> = {
  json: METADATA_TYPE,
  'sdmx-json': METADATA_TYPE,
  xml: 'application/xml',
  genericmetadata: `${VND}genericmetadata+xml`,
  'sdmx-2.1': `${VND}genericmetadata+xml;version=2.1`,
  'sdmx-3.0': `${VND}metadata+xml;version=3.0.0`,
};

/** `format` goes before the Accept header, as in other services. An unknown word is refused instead of answered in another format. */
function asked(
  accept: string | undefined,
  format: string | undefined,
  formats: Readonly<Record<string, string>>,
  otherwise: string,
): string {
  if (format === undefined) return accept?.trim() || otherwise;
  const lower = format.toLowerCase();
  if (Object.hasOwn(formats, lower)) return formats[lower] ?? '';
  throw new SdmxError('NOT_ACCEPTABLE', `format is one of ${Object.keys(formats).join(', ')}.`);
}

/**
 * If no version is named, the paths of version 1 answer in the formats of SDMX 2.1 and those of version 2 in the formats of 3.0. If no format is
 * named, version 1 answers in SDMX-ML, which is all that its clients read, and version 2 in SDMX-JSON.
 */
export function dataRepresentation(
  accept: string | undefined,
  format: string | undefined,
  api: ApiVersion,
): DataRepresentation {
  const isOld = api === 1;
  const wanted = asked(accept, format, DATA_FORMATS, '*/*');
  for (const wish of wishes(wanted)) {
    const found = dataAs(wish, isOld);
    if (found) return found;
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `Data are offered as ${JSON_TYPE} (version 1.0.0, 2.0.0, 2.1.0), ${CSV_TYPE} (1.0.0, 2.0.0, 2.1.0; labels=id|name|both, keys=none|obs|series|both), ${VND}genericdata+xml and ${VND}structurespecificdata+xml (2.1), ${VND}data+xml (3.0.0).`,
  );
}

function dataAs({ type, parameters }: Wish, isOld: boolean): DataRepresentation | undefined {
  const version = parameters.get('version');
  switch (type) {
    case '*/*':
    case 'application/*':
      return isOld ? generic(false) : json(JSON_TYPE, undefined, isOld);
    case JSON_TYPE:
    case 'application/json':
    case 'text/json':
      return json(type, version, isOld);
    case JSON_STAT:
      return { kind: 'jsonstat', mediaType: 'application/json' };
    case CSV_TYPE:
    case 'text/csv':
    case 'text/*':
      return csv(type === CSV_TYPE ? type : 'text/csv', version, parameters, isOld);
    case 'application/xml':
    case 'text/xml':
      return isOld ? { ...generic(false), mediaType: type } : { ...specific3(), mediaType: type };
    case `${VND}genericdata+xml`:
    case `${VND}generictimeseriesdata+xml`:
      return is(version, '2.1') ? generic(type.includes('timeseries')) : undefined;
    case `${VND}structurespecificdata+xml`:
    case `${VND}structurespecifictimeseriesdata+xml`:
      return is(version, '2.1') ? specific21(type.includes('timeseries')) : undefined;
    case `${VND}data+xml`:
      return is(version, '3.0') ? specific3() : undefined;
    default:
      return undefined;
  }
}

/** `1.0`, `1` and `1.0.0` are one version. */
const is = (asked: string | undefined, ours: string): boolean =>
  asked === undefined || asked === ours || asked === `${ours}.0` || `${asked}.0` === ours;

type Xml = Extract<DataRepresentation, { kind: 'xml' }>;
const generic = (isTimeSeries: boolean): Xml => ({
  ...({ kind: 'xml', form: 'generic', version: '2.1' } as const),
  isTimeSeries,
  mediaType: versioned(`${VND}generic${isTimeSeries ? 'timeseries' : ''}data+xml`, '2.1'),
});
const specific21 = (isTimeSeries: boolean): Xml => ({
  ...({ kind: 'xml', form: 'specific', version: '2.1' } as const),
  isTimeSeries,
  mediaType: versioned(`${VND}structurespecific${isTimeSeries ? 'timeseries' : ''}data+xml`, '2.1'),
});
const specific3 = (): Xml => ({
  ...({ kind: 'xml', form: 'specific', version: '3.0', isTimeSeries: false } as const),
  mediaType: versioned(`${VND}data+xml`, '3.0.0'),
});

function jsonVersion(asked: string | undefined, isOld: boolean): JsonVersion | undefined {
  if (asked === undefined) return isOld ? '1.0.0' : '2.0.0';
  const known = ['1.0.0', '2.0.0', '2.1.0'] as const;
  return known.find((one) => is(asked, one.replace(/\.0$/, '')));
}

/** Older clients ask by name for the working draft of 1.0, which has no `data` around its parts. */
function json(
  type: string,
  asked: string | undefined,
  isOld: boolean,
): DataRepresentation | undefined {
  const version = asked === '1.0.0-wd' ? asked : jsonVersion(asked, isOld);
  if (version === undefined) return undefined;
  return { kind: 'json', version, mediaType: type === JSON_TYPE ? versioned(type, version) : type };
}

function csv(
  type: string,
  asked: string | undefined,
  parameters: ReadonlyMap<string, string>,
  isOld: boolean,
): DataRepresentation | undefined {
  const version = jsonVersion(asked, isOld);
  if (version === undefined) return undefined;
  const is1 = version === '1.0.0';
  const labels = oneOf(is1 ? ['id', 'both'] : ['id', 'name', 'both'], parameters, 'labels');
  const keys = oneOf(is1 ? ['none'] : ['none', 'obs', 'series', 'both'], parameters, 'keys');
  oneOf(['original', 'normalized'], parameters, 'timeFormat');
  const told = [
    ...(labels === 'id' ? [] : [`labels=${labels}`]),
    ...(keys === 'none' ? [] : [`keys=${keys}`]),
  ];
  const named = type === CSV_TYPE ? versioned(type, version) : type;
  return {
    ...{ kind: 'csv', version, options: { labels, keys } },
    mediaType: [named, ...told].join(';'),
  };
}

/** The first is the default. */
function oneOf<T extends string>(
  known: readonly [T, ...T[]],
  parameters: ReadonlyMap<string, string>,
  name: string,
): T {
  const given = parameters.get(name.toLowerCase());
  const found = given === undefined ? known[0] : known.find((one) => one === given);
  if (found === undefined)
    throw new SdmxError('NOT_ACCEPTABLE', `${name} is one of ${known.join(', ')}.`);
  return found;
}

/** Media types of structures and metadata, as JSON and as XML of either version. */
interface MessageTypes {
  what: string;
  json: string;
  xml: Readonly<Record<MlVersion, string>>;
  formats: Readonly<Record<string, string>>;
}

const STRUCTURES: MessageTypes = {
  what: 'Structures',
  json: STRUCTURE_TYPE,
  xml: { '2.1': `${VND}structure+xml`, '3.0': `${VND}structure+xml` },
  formats: STRUCTURE_FORMATS,
};
const METADATA: MessageTypes = {
  what: 'Metadata',
  json: METADATA_TYPE,
  xml: { '2.1': `${VND}genericmetadata+xml`, '3.0': `${VND}metadata+xml` },
  formats: METADATA_FORMATS,
};

export const structureRepresentation = (
  accept: string | undefined,
  format: string | undefined,
  api: ApiVersion,
): StructureRepresentation => messageRepresentation(STRUCTURES, accept, format, api);

export const metadataRepresentation = (
  accept: string | undefined,
  format: string | undefined,
  api: ApiVersion,
): StructureRepresentation => messageRepresentation(METADATA, accept, format, api);

function messageRepresentation(
  types: MessageTypes,
  accept: string | undefined,
  format: string | undefined,
  api: ApiVersion,
): StructureRepresentation {
  const { what, json: ofJson, xml, formats } = types;
  for (const wish of wishes(asked(accept, format, formats, '*/*'))) {
    const found = messageAs(types, wish, api === 1);
    if (found) return found;
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `${what} are offered as ${ofJson} (version 1.0.0, 2.0.0, 2.1.0), ${xml['2.1']} (2.1) and ${xml['3.0']} (3.0.0).`,
  );
}

function messageAs(
  { json: ofJson, xml }: MessageTypes,
  { type, parameters }: Wish,
  isOld: boolean,
): StructureRepresentation | undefined {
  const version = parameters.get('version');
  switch (type) {
    case '*/*':
    case 'application/*':
      return isOld
        ? mlAs(xml, '2.1')
        : { kind: 'json', version: '2.0.0', mediaType: versioned(ofJson, '2.0.0') };
    case ofJson:
    case 'application/json': {
      const found = jsonVersion(version, isOld);
      const mediaType = type === ofJson ? versioned(type, found ?? '') : type;
      return found && { kind: 'json', version: found, mediaType };
    }
    case 'application/xml':
    case 'text/xml':
      return { kind: 'xml', version: isOld ? '2.1' : '3.0', mediaType: type };
    default: {
      const found = ([isOld ? '2.1' : '3.0', '2.1', '3.0'] as const).find(
        (one) => type === xml[one] && is(version, one),
      );
      return found && mlAs(xml, found);
    }
  }
}

const mlAs = (types: MessageTypes['xml'], version: MlVersion): StructureRepresentation => ({
  ...{ kind: 'xml', version },
  mediaType: versioned(types[version], version === '3.0' ? '3.0.0' : version),
});

/** The forms of a schema: XML Schema, or the structure that it is made from. */
export function schemaRepresentation(
  accept: string | undefined,
  format: string | undefined,
): StructureRepresentation | { kind: 'xsd'; version: MlVersion; mediaType: string } {
  const own = `${VND}schema+xml`;
  const formats = { ...STRUCTURE_FORMATS, xsd: own, xml: own };
  for (const wish of wishes(asked(accept, format, formats, own))) {
    const { type, parameters } = wish;
    const asXml = [own, '*/*', 'application/*', 'application/xml', 'text/xml'].includes(type);
    const version = (['2.1', '3.0'] as const).find((one) => is(parameters.get('version'), one));
    if (asXml && version)
      return {
        ...{ kind: 'xsd', version },
        mediaType:
          type === own ? versioned(own, version === '3.0' ? '3.0.0' : version) : 'application/xml',
      };
    const found = asXml ? undefined : messageAs(STRUCTURES, wish, false);
    if (found) return found;
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `Schemas are offered as ${own} (version 2.1, 3.0.0), and as structures.`,
  );
}

/** Does the request look like that of a client that reads SDMX-ML? Then errors are sent as SDMX-ML, too. */
export function readsMl(accept = '', format = '', api: ApiVersion): boolean {
  const wanted =
    /xml/i.test(`${accept} ${format}`) || /^(sdmx-[23]|generic|structure)/i.test(format);
  const other = /json|csv/i.test(`${accept} ${format}`);
  return wanted || (api === 1 && !other);
}

/** English, unless the client asks for one of our languages: programs seldom send one. */
export const askedLanguage = (acceptLanguage = ''): Language =>
  negotiateLanguage(`${acceptLanguage},en;q=0.001`);
