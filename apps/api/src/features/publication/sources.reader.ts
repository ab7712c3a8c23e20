import type { EntityManager } from '@mikro-orm/postgresql';
import { compareNatural } from '@qadam/domain';
import { sources } from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import type { SourceUse } from './source-use.type.ts';
import type { Source } from './source.type.ts';
import { rows, standing } from './standing.ts';

interface Read {
  sources: Source[];
  uses: { source: string; indicator: string }[];
}

const USED = `(select distinct v.source, v.indicator from ${standing('value')} v where v.source is not null)`;
const SQL = `with at as (select ?::int as release)
  select ${sources('true')} as sources, ${rows({ from: USED, fields: 'source indicator' })} as uses`;

/** Every source that a release names, with its licence; null where there is no such release. */
export async function readSources(
  em: EntityManager,
  number?: string | null,
): Promise<SourceUse[] | null> {
  const release = await readRelease(em, 'en', number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence]);
  if (!read) return null;
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
