import type { Language, Translate } from '@qadam/i18n';
import type { ReadRelease } from '../publication/release.reader.ts';
import type { ReleaseContents } from './release-contents.ts';
import type { ReleasedRow } from './released-rows.ts';

/** What a format may need besides the rows. */
export interface ExportContext {
  release: ReadRelease;
  lang: Language;
  contents: ReleaseContents;
  t: Translate<'files'>;
  /** The origin of this site, for the links in a file: https://qadam.example */
  origin: string;
}

/** Rows as they come from the database, or from memory. */
export type Pages<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/**
 * A way to write a release down. One file per format below formats/, one line in registry.ts; contract.walk.spec.ts checks the same promises for all
 * of them. `write` makes each piece when it is asked for, and keeps none.
 */
export interface ExportFormat {
  id: string;
  extension: string;
  mediaType: string;
  write: (pages: Pages<ReleasedRow>, context: ExportContext) => AsyncIterable<string | Uint8Array>;
}

export const citationOf = ({ release, t }: Pick<ExportContext, 'release' | 't'>, url: string) =>
  t('citation', { number: release.number, date: release.publishedAt.slice(0, 10), url });
