import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { by, cellOf, isTotal, partAsText, sameCell } from '../../../database/expressions.ts';
import type { Language } from '../../../graphql/enums.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { standsIn } from '../../publication/rows-as-of.ts';

/** Areas and indicators, named as in the newest release. */
export async function readPublishedPlaces(em: EntityManager, lang: Language) {
  const rows = await db(em)
    .selectFrom('publication.area')
    .select([sql<string>`'AREA'`.as('kind'), 'code', 'names', 'position'])
    .where('until_release', 'is', null)
    .unionAll((eb) =>
      eb
        .selectFrom('publication.indicator')
        .select([sql<string>`'INDICATOR'`.as('kind'), 'code', 'name as names', 'position'])
        .where('until_release', 'is', null),
    )
    .$call(by('kind', 'position'))
    .execute();
  const named = (kind: string) =>
    rows.flatMap((row) =>
      row.kind === kind ? [{ code: row.code, name: pickText(row.names, lang) }] : [],
    );
  return { areas: named('AREA'), indicators: named('INDICATOR') };
}

/** Cells that some release shows, the newest year first, totals before their parts. */
export const readPublishedCells = (em: EntityManager, indicator: string, area: string) =>
  db(em)
    .selectFrom('publication.value as v')
    .select((eb) => [
      'v.year',
      partAsText('v').as('cell'),
      sql<string>`(array_agg(v.value order by v.from_release desc))[1]`.as('value'),
      eb
        .selectFrom('publication.release as r')
        .select(eb.fn.countAll<number>().as('count'))
        .where(
          sql<boolean>`exists (select from publication.value x where ${sameCell('x', 'v')}
            and x.value is not null and ${standsIn('x', sql.ref('r.sequence'))})`,
        )
        .$asScalar()
        .$notNull()
        .as('releases'),
    ])
    .where('v.indicator', '=', indicator)
    .where('v.area', '=', area)
    .where('v.value', 'is not', null)
    .groupBy(cellOf('v'))
    .orderBy('v.year', 'desc')
    .orderBy(isTotal('v'), 'desc')
    .orderBy('cell')
    .execute();
