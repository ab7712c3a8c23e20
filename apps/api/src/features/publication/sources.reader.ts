import type { EntityManager } from '@mikro-orm/postgresql';
import { compareNatural } from '@qadam/domain';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { sources } from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import type { SourceUse } from './pages.type.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** Every source that a release names, with its licence; null where there is no such release. */
export async function readSources(
  em: EntityManager,
  number?: string | null,
): Promise<SourceUse[] | null> {
  const release = await readRelease(em, 'en', number);
  if (!release) return null;
  const at = release.sequence;
  const read = await publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(sources(at)).as('sources'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('value', at).as('v'))
          .select(['v.source', 'v.indicator'])
          .where('v.source', 'is not', null)
          .distinct(),
      ).as('uses'),
    ])
    .executeTakeFirstOrThrow();
  const used = Map.groupBy(read.uses, ({ source }) => source);
  return read.sources
    .map((source) => ({
      source,
      indicators: (used.get(source.id) ?? [])
        .map(({ indicator }) => indicator)
        .sort(compareNatural),
    }))
    .sort((a, b) => a.source.publisher.localeCompare(b.source.publisher, 'en'));
}
