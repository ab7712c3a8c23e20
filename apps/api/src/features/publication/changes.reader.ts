import type { EntityManager } from '@mikro-orm/postgresql';
import { isDay } from '@qadam/domain';
import { publicDb } from '../../database/db.ts';
import { sameCell } from '../../database/expressions.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { firstOfEach } from './change.ts';
import { type Narrowed, type Pair, readPairs } from './changes-of-pairs.ts';
import {
  type ChangeLogEntry,
  type Changes,
  MAX_LOGGED,
  MAX_LOGGED_CHANGES,
  MAX_LOGGED_VALUES,
  MAX_OF_CLASS,
} from './changes.type.ts';
import { asReleaseTime } from './release-day.ts';
import { type Comparing, type ReadRelease, releaseOn } from './release.reader.ts';

export interface ChangesAsked {
  from?: string | null | undefined;
  /** A day, YYYY-MM-DD: compare from the release that was current at the end of it. */
  since?: string | null | undefined;
  to?: string | null | undefined;
  /** Compare from the newest release whose figures are as of this year. */
  fromYear?: number | null | undefined;
  area?: string | null | undefined;
  /** How many changes of each class are listed; all of them by default. */
  perClass?: number | null | undefined;
}

/** What changed from one release to a later one, in the order of the list. Null if a release or the area is not known. */
export async function readChanges(
  comparing: Comparing,
  asked: ChangesAsked,
): Promise<Changes | null> {
  const pair = chosen(comparing.releases, asked);
  if (!pair) return null;
  const { area, perClass } = asked;
  if (perClass != null && (perClass < 1 || perClass > MAX_OF_CLASS))
    throw new ApiError('BAD_USER_INPUT', `perClass is 1 to ${String(MAX_OF_CLASS)}.`);
  const listed: Narrowed['listed'] = (items) =>
    perClass == null ? items : firstOfEach(items, perClass);
  return (await readPairs(comparing, [pair], { area, listed }))[0] ?? null;
}

function chosen(releases: readonly ReadRelease[], asked: ChangesAsked): Pair | null {
  const { to } = asked;
  const find = (number: string) => releases.find((release) => release.number === number);
  const later = to == null ? releases[0] : find(to);
  if (!later) return null;
  const earlier = earlierOf(releases, later, find, asked);
  if (earlier === undefined) return null;
  if (earlier && earlier.sequence > later.sequence)
    throw new ApiError('BAD_USER_INPUT', 'from is a release before to.');
  return { from: earlier, to: later };
}

/** The release to compare from. Null if nothing was published before, as on a day before the first release; undefined if there is no such release. */
function earlierOf(
  releases: readonly ReadRelease[],
  later: ReadRelease,
  find: (number: string) => ReadRelease | undefined,
  { from, since, fromYear }: ChangesAsked,
): ReadRelease | null | undefined {
  if ([from, since, fromYear].filter((one) => one != null).length > 1)
    throw new ApiError('BAD_USER_INPUT', 'Ask from a release, since a day or from a year.');
  if (since != null) {
    if (!isDay(since)) throw new ApiError('BAD_USER_INPUT', 'since is a day, as 2026-11-25.');
    return releaseOn(releases, since) ?? null;
  }
  if (fromYear != null)
    return releases.find(
      ({ asOfYear, sequence }) => asOfYear === fromYear && sequence <= later.sequence,
    );
  if (from != null) return find(from);
  return releases.find(({ sequence }) => sequence === later.sequence - 1) ?? null;
}

export interface LogAsked {
  action?: string | null | undefined;
  area?: string | null | undefined;
  /** The last release of the log; the newest by default. */
  release?: string | null | undefined;
}

/**
 * What each release changed against the one before it, newest first. Releases that do not have the area are left out. Null if none has it, or if
 * the action or release is not known.
 */
export async function readChangeLog(
  comparing: Comparing,
  { action, area, release }: LogAsked,
): Promise<ChangeLogEntry[] | null> {
  const { em, releases } = comparing;
  const last = release == null ? releases[0] : releases.find(({ number }) => number === release);
  if (!last) return null;
  const subjects = action == null ? null : await codesOf(em, action, last.sequence);
  if (subjects?.length === 0) return null;
  const listed = releases.filter(({ sequence }) => sequence <= last.sequence);
  const pairs = listed.slice(0, MAX_LOGGED).map((to, at) => ({ to, from: listed[at + 1] ?? null }));
  const changes = await readPairs(comparing, pairs, {
    area,
    subjects,
    logged: MAX_LOGGED_VALUES,
    listed: (items) => items.filter(isOld).slice(0, MAX_LOGGED_CHANGES),
  });
  if (changes.length === 0) return null;
  return changes.map(({ to, items, unlisted, unread, newValues, methodChanged }) => ({
    release: to,
    methodChanged,
    items,
    unlisted: unlisted.filter(isOld).reduce((sum, { count }) => sum + count, unread),
    newValues,
  }));
}

/** When a cell of a release or of the one before was last withdrawn, by the number of the release. `asked`: the area or the action of a log. */
export async function readWithdrawn(
  { em, releases }: Comparing,
  { action, area }: Pick<LogAsked, 'action' | 'area'>,
): Promise<ReadonlyMap<string, string>> {
  const codes = action == null ? null : await codesOf(em, action, releases[0]?.sequence ?? 0);
  const rows = await publicDb(em)
    .selectFrom('publication.tombstone as t')
    .innerJoin('publication.value as v', (on) => on.on(sameCell('v', 't')))
    .innerJoin('publication.release as r', (on) => on.onRef('r.sequence', '>=', 'v.from_release'))
    .select((eb) => ['r.number', eb.fn.max('t.withdrawn_at').as('at')])
    .where((eb) =>
      eb.or([
        eb('v.until_release', 'is', null),
        eb('r.sequence', '<=', eb.ref('v.until_release').$notNull()),
      ]),
    )
    .$if(area != null, (query) => query.where('t.area', '=', area ?? ''))
    .$if(codes !== null, (query) => query.where('t.indicator', 'in', codes ?? []))
    .groupBy('r.number')
    .execute();
  return new Map(rows.map(({ number, at }) => [number, asReleaseTime(at)]));
}

const isOld = ({ class: name }: { class: string }) => name !== 'NEW';

/** The codes of an action and of every indicator that it had in any release up to this one; empty if the action is not known. */
async function codesOf(em: EntityManager, action: string, release: number): Promise<string[]> {
  const rows = await publicDb(em)
    .selectFrom('publication.action')
    .select('code')
    .where('code', '=', action)
    .where('from_release', '<=', release)
    .union((query) =>
      query
        .selectFrom('publication.action_indicator')
        .select('indicator as code')
        .where('action', '=', action)
        .where('from_release', '<=', release),
    )
    .execute();
  const codes = rows.map(({ code }) => code);
  return codes.includes(action) ? codes : [];
}
