import type { EntityManager } from '@mikro-orm/postgresql';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { releaseTime } from './release-day.ts';
import type { Release } from './release.type.ts';

interface ReleaseRow extends Omit<Release, 'note'> {
  sequence: number;
  note: Texts;
}

export interface ReadRelease extends Release {
  sequence: number;
}

/** All releases, newest first. */
export async function readReleases(em: EntityManager, lang: Language): Promise<ReadRelease[]> {
  const releases = await em.execute<ReleaseRow[]>(
    `select sequence, number, as_of_year as "asOfYear", ${releaseTime('published_at')} as "publishedAt",
       note, annual, method_version as "methodVersion", content_hash as "contentHash", audit_head as "auditHead",
       lag(number) over (order by sequence) as previous, lead(number) over (order by sequence) is null as latest
     from publication.release order by sequence desc`,
  );
  return releases.map((release) => ({ ...release, note: pickText(release.note, lang) }));
}

/** The release of a number, the newest without one; undefined where there is none. */
export async function readRelease(
  em: EntityManager,
  lang: Language,
  number?: string | null,
): Promise<ReadRelease | undefined> {
  const releases = await readReleases(em, lang);
  return number == null ? releases[0] : releases.find((release) => release.number === number);
}

/** The release that stood at the end of a day (YYYY-MM-DD, see release-day.ts); undefined before the first. `releases`: newest first. */
export function releaseOn(releases: readonly ReadRelease[], day: string): ReadRelease | undefined {
  return releases.find(({ publishedAt }) => publishedAt.slice(0, 10) <= day);
}
