import type { Language } from '@qadam/i18n';
import { csvForExcel } from './formats/csv.ts';
import { EXPORT_FORMATS } from './registry.ts';

/** A file that anybody may take: where it is, below the site. */
export interface Download {
  id: string;
  path: string;
  mediaType: string;
  extension: string;
}

/** All of a release as one table, in every format of the registry. */
export function downloadsOf(release: string, lang: Language): Download[] {
  return EXPORT_FORMATS.map((format) => ({
    id: format.id,
    path: `/data/all.${format.extension}?${address({ release, lang, ...dialectOf(format.id) })}`,
    mediaType: format.mediaType,
    extension: format.extension,
  }));
}

/** One indicator of a release as CSV for programs. */
export function indicatorPath(code: string, release: string, lang: Language): string {
  return `/data/indicators/${code}.csv?${address({ release, lang })}`;
}

const dialectOf = (id: string): Record<string, string> =>
  id === csvForExcel.id ? { for: 'excel' } : {};

const address = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
