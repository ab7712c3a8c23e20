import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { translator, type Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { publicDb } from '../../database/db.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { permit } from '../../graphql/access.ts';
import { isKnown, NEWEST, SETTLED } from '../../http/cache-policy.ts';
import type { Call } from '../../http/call.ts';
import { MadeFiles, type FileAsked } from '../../http/made-files.ts';
import { version } from '../../http/version.ts';
import { linkedTo } from '../publication/public-rows.ts';
import { readReleases, releaseOn, type ReadRelease } from '../publication/release.reader.ts';
import { Memo } from '../../http/memo.ts';
import { CurrentRelease } from '../releases/current-release.ts';
import type { ExportContext, ExportFormat } from './export-format.ts';
import { badRequest, type Asked, type AskedRelease } from './read-query.ts';
import {
  readCodes,
  readContents,
  type ReleaseCodes,
  type ReleaseContents,
} from './release-contents.ts';
import { releasedRows, type ReleasedRow } from './released-rows.ts';
import type { RowFilter } from './row-filter.ts';

export interface Opened extends ExportContext {
  /** The rows are read from the database while the caller iterates; it can iterate once only. */
  pages: AsyncIterable<readonly ReleasedRow[]>;
}

/** Enough for the newest release and one earlier release. */
const KEPT_EDITIONS = 2;

/** Opens a release for a file. Reads the publication schema only. */
@Injectable()
export class ExchangeService {
  /** Codes by edition (a release until something is withdrawn from it): they cannot change within one. */
  private readonly codes = new Memo<ReleaseCodes>(KEPT_EDITIONS);

  constructor(
    private readonly orm: PublicOrm,
    private readonly current: CurrentRelease,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The release that was asked for; the newest if none was named. */
  async release(lang: Language, { release, asOf }: AskedRelease): Promise<ReadRelease> {
    permit(null, 'READ_RELEASE', {});
    const releases = await readReleases(this.em(), lang);
    const found =
      asOf === undefined
        ? releases.find(({ number }) => release === undefined || number === release)
        : releaseOn(releases, asOf);
    if (!found)
      throw new ApiError(
        'NOT_FOUND',
        releases.length === 0 ? 'Nothing was released yet.' : 'There is no such release.',
      );
    return found;
  }

  /** The release that a call asks for; null if the client has the answer already. `shape`: see `isKnown`. */
  async releaseOf(
    call: Call,
    asked: AskedRelease & Pick<Asked, 'lang'>,
    shape = '',
  ): Promise<ReadRelease | null> {
    const release = await this.release(asked.lang, asked);
    return (await this.isKnown(call, release, asked.lang, asked, shape)) ? null : release;
  }

  /**
   * Sets the headers for caches; true if the client has the answer already, which sends an empty 304. `shape`: the representation that was chosen,
   * where one address has several.
   */
  async isKnown(
    { request, reply }: Call,
    { number }: ReadRelease,
    lang: Language,
    asked: AskedRelease,
    shape = '',
  ): Promise<boolean> {
    const parts = [await this.current.editionOf(number), lang, version];
    if (shape !== '') parts.push(shape.replace(/[^\w.+=-]+/g, '-'));
    const etag = `"${parts.join('-')}"`;
    void reply.headers({ etag, 'cache-control': isSettled(asked) ? SETTLED : NEWEST });
    const known = isKnown(request.headers['if-none-match'], etag);
    if (known) void reply.status(304);
    return known;
  }

  /** A file of a release. `key`: everything the file depends on except edition and language, which are in the etag that `isKnown` set. */
  file(
    { request, reply }: Call,
    { key, ...file }: Omit<FileAsked, 'key'> & { key: readonly unknown[] },
  ): Promise<Readable | undefined> {
    const whole = JSON.stringify([reply.getHeader('etag'), ...key]);
    return this.files.send(request, reply, { key: whole, ...file });
  }

  /** `subject`: the one indicator that the path of the address names. */
  async open(
    release: ReadRelease,
    lang: Language,
    asked: RowFilter,
    subject?: string,
  ): Promise<Opened> {
    permit(null, 'READ_RELEASE', {});
    const em = this.em();
    const filter = subject === undefined ? asked : { ...asked, indicators: [subject] };
    const contents = await this.contents(release, filter);
    if (subject !== undefined && !contents.indicators.has(subject)) throw new ApiError('NOT_FOUND');
    refuseUnknown(contents, filter);
    return {
      release,
      lang,
      contents,
      t: await translator(lang, 'files'),
      origin: this.settings.publicOrigin,
      pages: releasedRows(em, release.sequence, filter, [...contents.indicators.values()]),
    };
  }

  /** The path of the address names the area, so an area that the release does not have is a 404. */
  async refuseOtherArea(code: string, asked: AskedRelease & Pick<Asked, 'lang'>): Promise<void> {
    const release = await this.release(asked.lang, asked);
    const { areas } = await this.codesOf(release);
    if (!areas.has(code)) throw new ApiError('NOT_FOUND');
  }

  /** Codes of the indicators of an action. */
  async indicatorsOf(action: string, asked: AskedRelease & Pick<Asked, 'lang'>): Promise<string[]> {
    const { sequence } = await this.release(asked.lang, asked);
    const linked = await publicDb(this.em())
      .selectFrom(linkedTo(sequence, action).as('l'))
      .select('l.indicator')
      .execute();
    if (linked.length === 0) throw new ApiError('NOT_FOUND');
    return linked.map(({ indicator }) => indicator);
  }

  /** The codes and counts that a file about these rows of a release needs. */
  async contents(release: ReadRelease, filter: RowFilter): Promise<ReleaseContents> {
    return readContents(this.em(), release.sequence, filter, await this.codesOf(release));
  }

  private async codesOf({ number, sequence }: ReadRelease): Promise<ReleaseCodes> {
    const edition = await this.current.editionOf(number);
    return this.codes.get(edition, () => readCodes(this.em(), sequence));
  }

  /** A release in a format, piece by piece. The release is opened when the first piece is asked for. */
  async *write(
    format: ExportFormat,
    release: ReadRelease,
    { lang, filter }: Asked,
    subject?: string,
  ): AsyncGenerator<string | Uint8Array> {
    const { pages, ...context } = await this.open(release, lang, filter, subject);
    yield* format.write(pages, context);
  }

  /** A fork of its own, because a file is still read after its request has ended. */
  private em(): EntityManager {
    return this.orm.em.fork();
  }
}

/** Does the address always mean the same release? It does if it names a release or a day that is over. */
const isSettled = ({ release, asOf }: AskedRelease): boolean =>
  release !== undefined || (asOf !== undefined && asOf < new Date().toISOString().slice(0, 10));

/** A code that the release does not have is refused: an empty file would hide the mistake. */
function refuseUnknown({ indicators, areas }: ReleaseContents, filter: RowFilter): void {
  const indicator = filter.indicators?.find((code) => !indicators.has(code));
  if (indicator !== undefined) throw badRequest(`This release has no indicator ${indicator}`);
  const area = filter.areas?.find((code) => !areas.has(code));
  if (area !== undefined) throw badRequest(`This release has no area ${area}`);
}
