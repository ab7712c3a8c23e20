import type { EntityManager } from '@mikro-orm/postgresql';
import { type AliasedExpression, sql } from 'kysely';
import { leastAdvanced } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { by, inAreas, isPart, isTotal } from '../../database/expressions.ts';

/** Cycles that have begun, the newest first. */
export async function begunCycles(em: EntityManager): Promise<number[]> {
  const rows = await db(em)
    .selectFrom('work.cycle')
    .select('year')
    .where('opens_on', '<=', sql<string>`now()::date`)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** The cells that are assigned in a cycle. */
export const assignedCells = (
  em: EntityManager,
  cycle: number,
  areas: readonly string[] | null,
): Promise<AssignedCell[]> =>
  readCells(
    em,
    db(em)
      .selectFrom('work.assignment')
      .select(['area', 'indicator', 'cycle as year'])
      .where('cycle', '=', cycle)
      .where(inAreas('area', areas))
      .as('k'),
  );

/** Every cell of an area that was assigned or that has an observation. */
export const cellsOfArea = (em: EntityManager, area: string): Promise<AssignedCell[]> =>
  readCells(
    em,
    db(em)
      .selectFrom('work.observation as x')
      .innerJoin('work.indicator as i', 'i.code', 'x.indicator')
      .select(['x.area', 'x.indicator', 'x.year'])
      .where('x.area', '=', area)
      .where(
        sql<boolean>`(${isTotal('x')} or (i.kind = 'MILESTONE' and ${isPart('x', 'breakdown')}))`,
      )
      .union((eb) =>
        eb
          .selectFrom('work.assignment as s')
          .innerJoin('work.cycle as b', 'b.year', 's.cycle')
          .select(['s.area', 's.indicator', 's.cycle as year'])
          .where('s.area', '=', area)
          .where('b.opens_on', '<=', sql<string>`now()::date`),
      )
      .as('k'),
  );

/** One assigned cell; all days are calendar days of the area. */
export type AssignedCell = Awaited<ReturnType<typeof readCells>>[number];

/**
 * The cells `k` in one SQL statement, in the order of areas, indicators and years. If a year has no cycle, it is due at the end
 * of the next year.
 */
const readCells = (
  em: EntityManager,
  asked: AliasedExpression<{ area: string; indicator: string; year: number }, 'k'>,
) =>
  db(em)
    .selectFrom(asked)
    .innerJoin('work.area as a', 'a.code', 'k.area')
    .innerJoin('work.indicator as i', 'i.code', 'k.indicator')
    .leftJoin('work.cycle as c', 'c.year', 'k.year')
    .leftJoinLateral(
      leastAdvanced({ area: 'k.area', indicator: 'k.indicator', year: 'k.year' }).as('o'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('work.revision as r')
          // `offset 0`: right after a large return was handed in, PostgreSQL would rather read the whole of it for each cell
          .innerJoinLateral(
            (of) =>
              of
                .selectFrom('work.submission_revision as h')
                .select('h.submission')
                .whereRef('h.revision', '=', 'r.id')
                .offset(sql.lit(0))
                .as('x'),
            (join) => join.onTrue(),
          )
          .innerJoin('work.submission as u', 'u.id', 'x.submission')
          .select((first) => first.fn.min('u.submitted_at').as('at'))
          .whereRef('r.observation', '=', 'o.id')
          .where('u.recalled_at', 'is', null)
          .as('first'),
      (join) => join.onTrue(),
    )
    .select([
      ...(['k.area', 'a.names as areaName', 'k.indicator', 'i.name as indicatorName'] as const),
      ...(['k.year', 'o.id as observation', 'o.state'] as const),
      sql<string>`coalesce(c.due_on, make_date(k.year + 1, 12, 31))`.as('due'),
      sql<string>`(now() at time zone a.time_zone)::date`.as('day'),
      // the day of the first submission that was not recalled
      sql<string | null>`(first.at at time zone a.time_zone)::date`.as('submittedOn'),
    ])
    .$call(by('a.position', 'i.position', 'i.code', 'k.year'))
    .execute();
