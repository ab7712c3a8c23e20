import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../../database/db.ts';
import { exact } from '../../../database/expressions.ts';
import { actions, links } from '../../publication/public-rows.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';

export type Framework = Awaited<ReturnType<typeof readFramework>>;
export type PlanRow = Framework['plans'][number];

/** The actions, their indicators and the plans of one release, in one statement. `additive`: indicators whose values can be summed over countries. */
export const readFramework = (em: EntityManager, release: number) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(actions(release)).as('actions'),
      jsonArrayFrom(links(release)).as('links'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('target', release).as('t'))
          .innerJoin(rowsAsOf('indicator', release).as('i'), 'i.code', 't.indicator')
          .select(['t.indicator', 't.area', 't.baseline_year as baselineYear'])
          .select(exact<string | null>('t.baseline_value').as('baselineValue'))
          .select(['t.baseline_source as baselineSource', 't.points', 't.reference', 't.citation'])
          .where('i.kind', '<>', 'MILESTONE')
          .orderBy('t.indicator')
          .orderBy('t.area'),
      ).as('plans'),
      sql<string[]>`array(${eb
        .selectFrom(rowsAsOf('indicator', release).as('i'))
        .select('i.code')
        .where('i.regional_method', '=', 'SUM')})`.as('additive'),
    ])
    .executeTakeFirstOrThrow();
