import type { Language } from '@qadam/i18n';
import type { ReadRelease } from '../publication/release.reader.ts';
import { adx } from './dhis2/adx.ts';
import { dataValueSets } from './dhis2/data-value-sets.ts';
import { csvForExcel, levelsCsv } from './formats/csv.ts';
import type { ExportContext } from './export-format.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { CSV_TYPE, JSON_TYPE, STRUCTURE_TYPE, versioned } from './sdmx/negotiate.ts';

/** What DCAT, schema.org and the data package all say of a release. */
export const PUBLISHER = 'Qadam';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const KEYWORDS = { en: 'gender-based violence', ru: 'гендерное насилие' } as const;

/** A file that anybody may download. `path`: its address without the host. */
interface Download {
  id: string;
  path: string;
  mediaType: string;
}

/** A whole release as one table, in every format of the registry; and the levels of everything as a second table. */
export function downloadsOf(release: string, lang: Language): Download[] {
  const tables = EXPORT_FORMATS.map((format) => ({
    id: format.id,
    path: `/data/all.${format.extension}?${address({ release, lang, ...dialectOf(format.id) })}`,
    mediaType: format.mediaType,
  }));
  const { id, mediaType } = levelsCsv;
  return [...tables, { id, path: levelsPath(release, lang), mediaType }];
}

export const levelsPath = (release: string, lang: Language): string =>
  `/data/levels.csv?${address({ release, lang })}`;

/** A whole release in the standards that other systems read. IATI only where this installation has a reporting organisation. */
export function standardsOf(
  { number, at }: Pick<ReadRelease, 'number' | 'at'>,
  lang: Language,
  reportsToIati: boolean,
): Download[] {
  const release = address({ release: number });
  const words = address({ release: number, lang });
  // SDMX knows no releases, only points in time.
  const then = address({ asOf: at.toISOString() });
  return [
    { id: 'sdmx-csv', path: sdmx('INDICATORS', `${then}&format=csv`), mediaType: SDMX_CSV },
    { id: 'sdmx-json', path: sdmx('INDICATORS', then), mediaType: versioned(JSON_TYPE, '2.0.0') },
    { id: 'sdmx-ml', path: sdmx('INDICATORS', `${then}&format=genericdata`), mediaType: SDMX_ML },
    { id: 'sdmx-targets', path: sdmx('TARGETS', `${then}&format=csv`), mediaType: SDMX_CSV },
    { id: 'sdmx-levels', path: sdmx('LEVELS', `${then}&format=csv`), mediaType: SDMX_CSV },
    {
      id: 'sdmx-structure',
      path: '/sdmx/structure/dataflow/QADAM/*/1.0.0?references=descendants',
      mediaType: versioned(STRUCTURE_TYPE, '2.0.0'),
    },
    ...(reportsToIati
      ? [{ id: 'iati', path: `/iati/activities.xml?${release}`, mediaType: 'application/xml' }]
      : []),
    { id: adx.id, path: `/dhis2/adx.xml?${words}`, mediaType: adx.mediaType },
    {
      id: 'dhis2-json',
      path: `/dhis2/dataValueSets.json?${words}`,
      mediaType: dataValueSets.mediaType,
    },
  ];
}

const SDMX_CSV = versioned(CSV_TYPE, '2.0.0');
const SDMX_ML = versioned('application/vnd.sdmx.genericdata+xml', '2.1');
const sdmx = (flow: 'INDICATORS' | 'TARGETS' | 'LEVELS', search: string): string =>
  `/sdmx/data/dataflow/QADAM/DF_${flow}/1.0.0/*?${search}`;

/** One indicator of a release as CSV for programs. */
export function indicatorPath(code: string, release: string, lang: Language): string {
  return `/data/indicators/${code}.csv?${address({ release, lang })}`;
}

const dialectOf = (id: string): Record<string, string> =>
  id === csvForExcel.id ? { for: 'excel' } : {};

const address = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

/** Every file that a release can be downloaded as; media types without parameters. */
export const describedFiles = (
  { release, lang, origin }: Pick<ExportContext, 'release' | 'lang' | 'origin'>,
  reportsToIati: boolean,
) =>
  [...downloadsOf(release.number, lang), ...standardsOf(release, lang, reportsToIati)].map(
    ({ id, path, mediaType }) => ({
      format: id,
      url: `${origin}${path}`,
      type: mediaType.split(';')[0] ?? '',
    }),
  );
