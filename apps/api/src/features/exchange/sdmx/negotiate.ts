import { negotiateLanguage, type Language } from '@qadam/i18n';
import { SdmxError } from './sdmx-error.ts';
import type { CsvOptions } from './sdmx-csv.ts';

export type DataRepresentation =
  { kind: 'json'; mediaType: string } | { kind: 'csv'; mediaType: string; options: CsvOptions };

interface Wish {
  type: string;
  parameters: ReadonlyMap<string, string>;
  quality: number;
}

function wishes(accept: string | undefined): Wish[] {
  return (accept?.trim() || '*/*')
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
    .filter(({ quality, parameters }) => quality > 0 && OURS.test(parameters.get('version') ?? '2'))
    .sort((a, b) => b.quality - a.quality);
}

export const JSON_TYPE = 'application/vnd.sdmx.data+json';
export const CSV_TYPE = 'application/vnd.sdmx.data+csv';
export const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+json';
const OURS = /^2(\.[01](\.0)?)?$/;
/** The version asked for, where it is 2.1: what we write is valid as both. */
export const versioned = (type: string, version = '2.0.0') =>
  `${type};version=${version.startsWith('2.1') ? '2.1.0' : '2.0.0'}`;

const jsonType = (ours: string, { type, parameters }: Wish): string | undefined => {
  if (['*/*', 'application/*', ours].includes(type))
    return versioned(ours, parameters.get('version'));
  return type === 'application/json' ? type : undefined;
};

/** `format` is not in the standard; clients add it, and what is not understood is left aside. */
export function dataRepresentation(
  accept: string | undefined,
  format?: string,
): DataRepresentation {
  const asked =
    format === 'jsondata' || format === 'json'
      ? JSON_TYPE
      : format?.startsWith('csv')
        ? `${CSV_TYPE}${format === 'csvfilewithlabels' ? ';labels=both' : ''}`
        : accept;
  for (const wish of wishes(asked)) {
    const { type, parameters } = wish;
    const json = jsonType(JSON_TYPE, wish);
    if (json !== undefined) return { kind: 'json', mediaType: json };
    if (type === CSV_TYPE)
      return csvRepresentation(versioned(CSV_TYPE, parameters.get('version')), parameters);
    if (type === 'text/csv' || type === 'text/*') return csvRepresentation('text/csv', parameters);
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `Data are offered as ${JSON_TYPE};version=2.0.0 (also 2.1.0) and ${CSV_TYPE};version=2.0.0 with labels=id|name|both and keys=none|obs|series|both.`,
  );
}

function csvRepresentation(
  mediaType: string,
  parameters: ReadonlyMap<string, string>,
): DataRepresentation {
  const labels = oneOf(['id', 'name', 'both'], parameters.get('labels'), 'labels');
  const keys = oneOf(['none', 'obs', 'series', 'both'], parameters.get('keys'), 'keys');
  oneOf(['original', 'normalized'], parameters.get('timeformat'), 'timeFormat');
  const told = [
    ...(labels === 'id' ? [] : [`labels=${labels}`]),
    ...(keys === 'none' ? [] : [`keys=${keys}`]),
  ];
  return { kind: 'csv', mediaType: [mediaType, ...told].join(';'), options: { labels, keys } };
}

/** The first is what is meant where nothing is said. */
function oneOf<T extends string>(
  known: readonly [T, ...T[]],
  given: string | undefined,
  name: string,
): T {
  const found = given === undefined ? known[0] : known.find((one) => one === given);
  if (found === undefined)
    throw new SdmxError('NOT_ACCEPTABLE', `${name} is one of ${known.join(', ')}.`);
  return found;
}

export function structureMediaType(accept: string | undefined): string {
  for (const wish of wishes(accept)) {
    const json = jsonType(STRUCTURE_TYPE, wish);
    if (json !== undefined) return json;
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `Structures are offered as ${STRUCTURE_TYPE};version=2.0.0 (also 2.1.0).`,
  );
}

/** English unless one of our languages is asked for: programs seldom send one. */
export const askedLanguage = (acceptLanguage = ''): Language =>
  negotiateLanguage(`${acceptLanguage},en;q=0.001`);
