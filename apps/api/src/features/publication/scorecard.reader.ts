import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { actionCell } from './cells.ts';
import { areasOf, toAction, toArea } from './page-parts.ts';
import * as rows from './public-rows.ts';
import { assessmentFinder } from './by-cell.ts';
import type { Reading } from './release.reader.ts';
import type { Scorecard } from './pages.type.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { keyFactFinder } from './key-facts.ts';
import { viewOf } from './year-view.ts';

const eb = expressionBuilder<PublicTables>();

/** Totals of the indicators of actions, oldest first. */
const points = (at: number) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .select(['t.indicator', 't.area', 't.year', rows.orNone('value'), 't.obs_status as status'])
    .where(isTotal('t'))
    .where('t.indicator', 'in', (eb) =>
      eb.selectFrom(rowsAsOf('action_indicator', at).as('l')).select('l.indicator'),
    )
    .orderBy('t.year');

const readScorecardOf = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(rows.areas(at)).as('areas'),
      rows.firstYear(at).as('firstYear'),
      jsonArrayFrom(rows.actions(at)).as('actions'),
      jsonArrayFrom(rows.links(at)).as('links'),
      jsonArrayFrom(rows.indicators(at)).as('indicators'),
      rows.before(at).as('before'),
      jsonArrayFrom(rows.assessments(at)).as('assessments'),
      jsonArrayFrom(rows.laws(at)).as('laws'),
      jsonArrayFrom(points(at)).as('points'),
    ])
    .executeTakeFirstOrThrow();

/** How far every action is, per country or once for all, with the one line that tells most of it. */
export async function readScorecard(
  { em, release, at, lang }: Reading,
  year?: number | null,
): Promise<Scorecard> {
  const read = await readScorecardOf(em, at);
  const view = await viewOf(em, release, read, year);
  const actionRow = assessmentFinder(view.assessments, 'ACTION');
  const fact = keyFactFinder(read, view.year, lang);
  return {
    release,
    ...view,
    areas: read.areas.map((area) => toArea(area, lang)),
    rows: read.actions.map((action) => ({
      action: toAction(action, lang),
      cells: areasOf(action.scope, read.areas).flatMap(({ code: area }) => {
        const row = actionRow(action.code, area);
        return row ? [actionCell(row, view, fact(action.code, area))] : [];
      }),
    })),
  };
}
