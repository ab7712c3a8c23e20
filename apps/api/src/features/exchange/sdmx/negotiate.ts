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
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

export const JSON_TYPE = 'application/vnd.sdmx.data+json';
export const CSV_TYPE = 'application/vnd.sdmx.data+csv';
export const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+json';
const isOurs = (version: string | undefined) =>
  version === undefined || /^2(\.[01](\.0)?)?$/.test(version);
/** The version asked for, where it is 2.1: what we write is valid as both. */
export const versioned = (type: string, version = '2.0.0') =>
  `${type};version=${version.startsWith('2.1') ? '2.1.0' : '2.0.0'}`;

/** `format` is not in the standard; clients add it, and what is not understood is left aside. */
export function dataRepresentation(
  accept: string | undefined,
  format?: string,
): DataRepresentation {
  const asked =
    format === 'jsondata' || format === 'json'
      ? wishes(JSON_TYPE)
      : format?.startsWith('csv')
        ? wishes(format === 'csvfilewithlabels' ? `${CSV_TYPE};labels=both` : CSV_TYPE)
        : wishes(accept);
  for (const { type, parameters } of asked) {
    const version = parameters.get('version');
    if (!isOurs(version)) continue;
    if (['*/*', 'application/*', JSON_TYPE].includes(type))
      return { kind: 'json', mediaType: versioned(JSON_TYPE, version) };
    if (type === 'application/json') return { kind: 'json', mediaType: type };
    if (type === CSV_TYPE || type === 'text/csv' || type === 'text/*')
      return csvRepresentation(
        type === CSV_TYPE ? versioned(CSV_TYPE, version) : 'text/csv',
        parameters,
      );
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
  for (const { type, parameters } of wishes(accept)) {
    const version = parameters.get('version');
    if (!isOurs(version)) continue;
    if (['*/*', 'application/*', STRUCTURE_TYPE].includes(type))
      return versioned(STRUCTURE_TYPE, version);
    if (type === 'application/json') return type;
  }
  throw new SdmxError(
    'NOT_ACCEPTABLE',
    `Structures are offered as ${STRUCTURE_TYPE};version=2.0.0 (also 2.1.0).`,
  );
}

/** English unless one of our languages is asked for: programs seldom send one. */
export const askedLanguage = (acceptLanguage = ''): Language =>
  negotiateLanguage(`${acceptLanguage},en;q=0.001`);
