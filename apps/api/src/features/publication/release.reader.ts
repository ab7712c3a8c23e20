import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import { newestDb } from '../../database/db.ts';
import { prepared } from '../../database/prepared.ts';
import { replicasOf } from '../../database/replicas.ts';
import type { PublicTables } from '../../database/tables.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { asReleaseTime, wasPublished } from './release-day.ts';
import type { Frame } from './frame.ts';
import type { NamedSources } from './named-sources.ts';
import type { Release } from './page-parts.type.ts';
import type { Row } from './rows-as-of.ts';

export interface ReadRelease extends Release {
  sequence: number;
  /** When it was published, to the millisecond: SDMX asks for a release by its time, and two releases may share a second. */
  at: Date;
}

/** The release in which a row began. */
export interface Born {
  number: string;
  publishedOn: string;
}

/** What a page is read from; `at`: the sequence of the release. */
export interface Reading {
  em: EntityManager;
  release: ReadRelease;
  at: number;
  lang: Language;
  frame: Frame;
  /** All releases by their sequence. */
  releases: ReadonlyMap<number, Born>;
  /**
   * The sources that the release's values name; `withdrawn`: how many cells were withdrawn when the page was read. Cached for all releases with the
   * same content.
   */
  named: (withdrawn: number) => Promise<NamedSources>;
  /** The newest release at the time the page was read; the statement that reads the page sets it. */
  seen: { newest?: number | null };
}

/** What changes between releases are read with. */
export interface Comparing extends Pick<Reading, 'em' | 'lang' | 'seen'> {
  /** All releases, newest first. */
  releases: readonly ReadRelease[];
  frameAt: (sequence: number) => Frame;
}

/** All releases, newest first. */
export const releases = (db: Kysely<PublicTables>) =>
  db
    .selectFrom('publication.release')
    .select(['sequence', 'number', 'as_of_year as asOfYear', 'note', 'annual'])
    .select(['method_version as methodVersion', 'content_hash as contentHash'])
    .select(['audit_head as auditHead', 'published_at as at'])
    .orderBy('sequence', 'desc');
export type ReleaseRow = Row<typeof releases>;

const readRows = prepared(releases, { dbOf: newestDb });

/** Read from the primary, so that a release is found as soon as anybody has seen it. Replicas that do not have it yet are no longer read. */
export async function readReleaseRows(em: EntityManager): Promise<ReleaseRow[]> {
  const rows = await readRows(em, {}, {});
  replicasOf(em).expect({ sequence: rows[0]?.sequence ?? 0 });
  return rows;
}

export async function readReleases(em: EntityManager, lang: Language): Promise<ReadRelease[]> {
  return toReleases(await readReleaseRows(em), lang);
}

export const toReleases = (rows: readonly ReleaseRow[], lang: Language): ReadRelease[] =>
  rows.map((row, index) => toRelease(row, rows[index + 1], index === 0, lang));

const toRelease = (
  release: ReleaseRow,
  before: ReleaseRow | undefined,
  latest: boolean,
  lang: Language,
): ReadRelease => ({
  ...release,
  note: pickText(release.note, lang),
  publishedAt: asReleaseTime(release.at),
  previous: before?.number ?? null,
  latest,
});

/** The release with this number, or the newest; undefined if there is none. */
export async function readRelease(em: EntityManager, lang: Language, number?: string | null) {
  const releases = await readReleases(em, lang);
  return number == null ? releases[0] : releases.find((release) => release.number === number);
}

/** The release that was current at a moment; undefined before the first. `releases`: newest first. */
export function releaseAt(releases: readonly ReadRelease[], moment: Date): ReadRelease | undefined {
  return releases.find(({ at }) => wasPublished(at, moment));
}

/** The release that was current at the end of a day (YYYY-MM-DD, see release-day.ts); undefined before the first. `releases`: newest first. */
export function releaseOn(releases: readonly ReadRelease[], day: string): ReadRelease | undefined {
  return releases.find(({ publishedAt }) => publishedAt.slice(0, 10) <= day);
}
