import type { EntityManager } from '@mikro-orm/postgresql';
import { type Part, TOTAL_PART } from '@qadam/domain';
import { sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { exact, partAsJson } from '../../database/expressions.ts';
import type { FileCell } from './file-sums.ts';
import { OF, rowsOf } from './import-row.store.ts';

/** All cells of one indicator as they would be after the import: from the file's rows, else as saved. */
export async function cellsOf(
  em: EntityManager,
  id: string,
  indicator: string,
  year: number,
): Promise<FileCell[]> {
  return db(em)
    .with('told', () =>
      rowsOf(em, id)
        .select(sql<Part>`cell -> 'part'`.as('part'))
        .select(FIGURES.map(told))
        .select(sql<number | null>`line`.as('line'))
        .where(OF, '=', indicator)
        .where('year', '=', year)
        .where('verdict', '<>', 'REJECTED'),
    )
    .with('saved', (query) =>
      query
        .selectFrom('work.import_job as j')
        .innerJoin('work.observation as o', (on) =>
          on.onRef('o.area', '=', 'j.area').on('o.year', '=', year),
        )
        .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
        .select(sql<Part>`${partAsJson('o')}::jsonb`.as('part'))
        .select(FIGURES.map((figure) => exact<string | null>(`r.${figure}`).as(figure)))
        .select(sql<number | null>`null::int`.as('line'))
        .where('o.indicator', '=', indicator)
        .where('j.id', '=', id),
    )
    .selectFrom('told')
    .selectAll()
    .unionAll((query) =>
      query
        .selectFrom('saved')
        .selectAll()
        .where('part', 'not in', (eb) => eb.selectFrom('told').select('part')),
    )
    .execute();
}

/** The totals that the file's rows give for these indicators, in the order of the file. */
export const totalsOf = (em: EntityManager, id: string, indicators: readonly string[]) =>
  rowsOf(em, id)
    .select(['year', 'line', OF.as('indicator')])
    .select(FIGURES.map(told))
    .where('verdict', '<>', 'REJECTED')
    .where(OF, 'in', indicators)
    .where(sql<boolean>`cell -> 'part' = ${json(TOTAL_PART)}`)
    .orderBy('number')
    .execute();

const FIGURES = ['value', 'numerator', 'denominator'] as const;

const told = <F extends (typeof FIGURES)[number]>(figure: F) =>
  sql<string | null>`content ->> ${sql.lit(figure)}`.as(figure);
