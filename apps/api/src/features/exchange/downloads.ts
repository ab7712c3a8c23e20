import type { Language } from '@qadam/i18n';
import type { ReadRelease } from '../publication/release.reader.ts';
import { adx } from './dhis2/adx.ts';
import { dataValueSets } from './dhis2/data-value-sets.ts';
import { csvForExcel, levelsCsv } from './formats/csv.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { CSV_TYPE, JSON_TYPE, STRUCTURE_TYPE, versioned } from './sdmx/negotiate.ts';

/** A file that anybody may take: where it is, below the site. */
export interface Download {
  id: string;
  path: string;
  mediaType: string;
  extension: string;
}

/** All of a release as one table, in every format of the registry; and how far everything is, as another. */
export function downloadsOf(release: string, lang: Language): Download[] {
  const tables = EXPORT_FORMATS.map((format) => ({
    id: format.id,
    path: `/data/all.${format.extension}?${address({ release, lang, ...dialectOf(format.id) })}`,
    mediaType: format.mediaType,
    extension: format.extension,
  }));
  return [...tables, { ...levelsFile(release, lang), extension: levelsCsv.extension }];
}

export function levelsFile(release: string, lang: Language): Omit<Download, 'extension'> {
  const path = `/data/levels.csv?${address({ release, lang })}`;
  return { id: levelsCsv.id, path, mediaType: levelsCsv.mediaType };
}

/** All of a release by a standard that other systems read. IATI only where an organisation reports to it from here. */
export function standardsOf(
  { number, at }: Pick<ReadRelease, 'number' | 'at'>,
  lang: Language,
  reportsToIati: boolean,
): Omit<Download, 'extension'>[] {
  const release = address({ release: number });
  const words = address({ release: number, lang });
  // SDMX knows no releases, only points in time.
  const then = address({ asOf: at.toISOString() });
  return [
    { id: 'sdmx-csv', path: `${SDMX_VALUES}?${then}&format=csv`, mediaType: versioned(CSV_TYPE) },
    { id: 'sdmx-json', path: `${SDMX_VALUES}?${then}`, mediaType: versioned(JSON_TYPE) },
    {
      id: 'sdmx-targets',
      path: `/sdmx/data/dataflow/QADAM/DF_TARGETS/1.0.0/*?${then}&format=csv`,
      mediaType: versioned(CSV_TYPE),
    },
    {
      id: 'sdmx-levels',
      path: `/sdmx/data/dataflow/QADAM/DF_LEVELS/1.0.0/*?${then}&format=csv`,
      mediaType: versioned(CSV_TYPE),
    },
    {
      id: 'sdmx-structure',
      path: '/sdmx/structure/dataflow/QADAM/*/1.0.0?references=descendants',
      mediaType: versioned(STRUCTURE_TYPE),
    },
    ...(reportsToIati
      ? [{ id: 'iati', path: `/iati/activities.xml?${release}`, mediaType: 'application/xml' }]
      : []),
    { id: 'dhis2-adx', path: `/dhis2/adx.xml?${words}`, mediaType: adx.mediaType },
    {
      id: 'dhis2-json',
      path: `/dhis2/dataValueSets.json?${words}`,
      mediaType: dataValueSets.mediaType,
    },
  ];
}

const SDMX_VALUES = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';

/** One indicator of a release as CSV for programs. */
export function indicatorPath(code: string, release: string, lang: Language): string {
  return `/data/indicators/${code}.csv?${address({ release, lang })}`;
}

const dialectOf = (id: string): Record<string, string> =>
  id === csvForExcel.id ? { for: 'excel' } : {};

const address = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
