import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { translator, type Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { permit } from '../../graphql/access.ts';
import { readReleases, type ReadRelease } from '../publication/release.reader.ts';
import { findRelease, type AskedRelease } from './asked-release.ts';
import type { ExportContext, ExportFormat } from './export-format.ts';
import { badRequest } from './read-query.ts';
import { readContents, type ReleaseContents } from './release-contents.ts';
import type { ReleasedRow } from './released-row.ts';
import { releasedRows } from './released-rows.ts';
import type { RowFilter } from './row-filter.ts';

export interface Opened extends ExportContext {
  /** Read while they are taken; at most once. */
  pages: AsyncIterable<readonly ReleasedRow[]>;
}

/** Opens a release for a file. Reads the publication schema only. */
@Injectable()
export class ExchangeService {
  private readonly orm: PublicOrm;

  constructor(
    orm: PublicOrm,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.orm = orm;
  }

  async release(lang: Language, asked: AskedRelease): Promise<ReadRelease> {
    permit(null, 'READ_RELEASE', {});
    return findRelease(await readReleases(this.em(), lang), asked);
  }

  /** `subject`: the one indicator that the address itself names. */
  async open(
    release: ReadRelease,
    lang: Language,
    asked: RowFilter,
    subject?: string,
  ): Promise<Opened> {
    permit(null, 'READ_RELEASE', {});
    const em = this.em();
    const filter = subject === undefined ? asked : { ...asked, indicators: [subject] };
    const contents = await readContents(em, release.sequence, filter);
    if (subject !== undefined && !contents.indicators.has(subject)) throw new ApiError('NOT_FOUND');
    refuseUnknown(contents, filter);
    const counts = [...contents.indicators.values()]
      .filter(({ rows }) => rows > 0)
      .map(({ code, rows }) => ({ indicator: code, rows }));
    return {
      release,
      lang,
      contents,
      t: await translator(lang, 'files'),
      origin: this.settings.publicOrigin,
      pages: releasedRows(em, release.sequence, filter, counts),
    };
  }

  /** A release in a format, piece by piece; opened with the first of them. */
  async *write(
    format: ExportFormat,
    release: ReadRelease,
    lang: Language,
    asked: RowFilter,
    subject?: string,
  ): AsyncGenerator<string | Uint8Array> {
    const { pages, ...context } = await this.open(release, lang, asked, subject);
    yield* format.write(pages, context);
  }

  /** A file is still read when its request is over. */
  private em(): EntityManager {
    return this.orm.em.fork();
  }
}

/** A code that the release does not know is a mistake; an empty file would hide it. */
function refuseUnknown({ indicators, areas }: ReleaseContents, filter: RowFilter): void {
  const indicator = filter.indicators?.find((code) => !indicators.has(code));
  if (indicator !== undefined) throw badRequest(`This release has no indicator ${indicator}`);
  const area = filter.areas?.find((code) => !areas.has(code));
  if (area !== undefined) throw badRequest(`This release has no area ${area}`);
}
