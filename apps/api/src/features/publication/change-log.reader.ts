import type { EntityManager } from '@mikro-orm/postgresql';
import { publicDb } from '../../database/db.ts';
import type { Language } from '../../graphql/enums.ts';
import { readPairs } from './changes.reader.ts';
import { MAX_LOGGED, type ChangeLogEntry } from './changes.type.ts';
import { readReleases } from './release.reader.ts';

export interface LogAsked {
  action?: string | null | undefined;
  area?: string | null | undefined;
  /** The release that changes lead up to; the newest by default. */
  release?: string | null | undefined;
  lang: Language;
}

/** What each release changed against the one before it, newest first; a release that does not know the area is left out. Null where none does, or the action or release is not known. */
export async function readChangeLog(
  em: EntityManager,
  { action, area, release, lang }: LogAsked,
): Promise<ChangeLogEntry[] | null> {
  const releases = await readReleases(em, lang);
  const newest = release == null ? releases[0] : releases.find(({ number }) => number === release);
  if (!newest) return null;
  const subjects = action == null ? null : await subjectsOf(em, action, newest.sequence);
  if (subjects?.length === 0) return null;
  const listed = releases.filter(({ sequence }) => sequence <= newest.sequence);
  const pairs = listed.slice(0, MAX_LOGGED).map((to, at) => ({ to, from: listed[at + 1] ?? null }));
  const changes = await readPairs(em, pairs, { area, subjects, most: 0 }, lang);
  if (changes.length === 0) return null;
  return changes.map(({ to, items, counts, methodChanged }) => ({
    release: to,
    methodChanged,
    items: items.filter((item) => item.class !== 'NEW'),
    newValues: counts.find((count) => count.class === 'NEW')?.count ?? 0,
  }));
}

/** An action and whatever was one of its indicators in any release up to this one; nothing where it is not known. */
async function subjectsOf(em: EntityManager, action: string, release: number): Promise<string[]> {
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
