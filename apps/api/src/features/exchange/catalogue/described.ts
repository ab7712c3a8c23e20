import { downloadsOf, standardsOf } from '../downloads.ts';
import type { ExportContext } from '../export-format.ts';

/** What DCAT, schema.org and the data package all say of a release. */
export const PUBLISHER = 'Qadam';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const KEYWORDS = { en: 'gender-based violence', ru: 'гендерное насилие' } as const;

interface DescribedFile {
  format: string;
  url: string;
  /** Media type, without its parameters. */
  type: string;
}

/** Every file that a release can be taken as. */
export function describedFiles(
  { release, lang, origin }: Pick<ExportContext, 'release' | 'lang' | 'origin'>,
  reportsToIati: boolean,
): DescribedFile[] {
  return [...downloadsOf(release.number, lang), ...standardsOf(release, lang, reportsToIati)].map(
    ({ id, path, mediaType }) => ({
      format: id,
      url: `${origin}${path}`,
      type: mediaType.split(';')[0] ?? '',
    }),
  );
}

/** First and last day that the values are about; null without values. */
export function spanOf({
  contents: { years },
}: Pick<ExportContext, 'contents'>): { from: string; to: string } | null {
  return years === null
    ? null
    : { from: `${String(years.from)}-01-01`, to: `${String(years.to)}-12-31` };
}
