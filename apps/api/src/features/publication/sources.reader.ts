import { compareNatural } from '@qadam/domain';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { sources } from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import type { SourceUse } from './pages.type.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** Every source that a release names, with its licence. */
export async function readSources({ em, at }: Reading): Promise<SourceUse[]> {
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
