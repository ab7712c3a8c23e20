import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { IndicatorList } from './pages.type.ts';
import { actions, indicators, links } from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** Of any part: a law has no value of its own, its parts do. */
const readList = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(actions(at)).as('actions'),
      jsonArrayFrom(indicators(at).orderBy('t.code')).as('indicators'),
      jsonArrayFrom(links(at)).as('links'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('value', at).as('v'))
          .select(({ fn }) => ['v.indicator', fn.count<number>('v.area').distinct().as('areas')])
          .where((eb) => eb.or([eb('v.value', 'is not', null), eb('v.obs_status', '=', 'Q')]))
          .groupBy('v.indicator'),
      ).as('known'),
    ])
    .executeTakeFirstOrThrow();

export async function readIndicatorList({
  em,
  release,
  at,
  lang,
}: Reading): Promise<IndicatorList> {
  const read = await readList(em, at);
  const known = new Map(read.known.map(({ indicator, areas }) => [indicator, areas]));
  return {
    release,
    actions: read.actions.map(({ code, title }) => ({ code, title: pickText(title, lang) })),
    indicators: read.indicators.map(({ code, name }) => ({
      code,
      name: pickText(name, lang),
      uses: read.links.filter(({ indicator }) => indicator === code),
      known: known.get(code) ?? 0,
    })),
  };
}
