import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isTotal } from '../../database/expressions.ts';
import type { Asks } from '../../graphql/selection.ts';
import { actionCell } from './cells.ts';
import { areasOf, isCountry, isIn, toAction, toArea } from './page-parts.ts';
import * as rows from './public-rows.ts';
import { assessmentFinder } from './by-cell.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import type { Scorecard } from './pages.type.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { keyFactFinder } from './key-facts.ts';
import { viewOf } from './year-view.ts';

/** What only some readers ask for. */
type Parts = Readonly<Record<'year' | 'change' | 'fact', boolean>>;

const readCells = pageStatement((db, { at, before, codes }, { year, change, fact }: Parts) =>
  db
    .selectNoFrom(
      jsonArrayFrom(
        rows.assessments(at).$if(!change, (all) => all.where('t.kind', '=', 'ACTION')),
      ).as('assessments'),
    )
    .$if(year, (page) => page.select(rows.firstYear(at).as('firstYear')))
    .$if(change, (page) => page.select(rows.before(before).as('before')))
    .$if(fact, (page) =>
      page.select((eb) => [
        jsonArrayFrom(rows.laws(at)).as('laws'),
        jsonArrayFrom(
          eb
            .selectFrom(rowsAsOf('value', at).as('t'))
            .select(['t.indicator', 't.area', 't.year', rows.orNone('value')])
            .select('t.obs_status as status')
            .where(isTotal('t'))
            .where('t.indicator', '=', codes)
            .orderBy('t.year'),
        ).as('points'),
      ]),
    ),
);

/** How far every action is, per country or once for all, with the one line that tells most of it. */
export async function readScorecard(
  reading: Reading,
  asks: Asks,
  year?: number | null,
  country?: string | null,
): Promise<Scorecard | null> {
  const { em, release, lang, frame } = reading;
  if (country != null && !isCountry(country, frame)) return null;
  const parts = {
    year: year != null || asks('firstYear'),
    change: asks('rows.cells.change'),
    fact: asks('rows.cells.fact'),
  };
  const read = await readCells(reading, { codes: [...frame.linksOf.keys()] }, parts);
  const view = await viewOf(em, release, { ...frame, ...read }, year);
  const actionRow = assessmentFinder(view.assessments, 'ACTION');
  const fact = parts.fact
    ? keyFactFinder({ ...frame, laws: [], points: [], ...read }, view.year, lang)
    : () => null;
  const areas = country == null ? frame.areas : frame.areas.filter(isIn(country));
  return {
    release,
    ...view,
    areas: frame.areas.map((area) => toArea(area, lang)),
    rows: frame.actions.map((action) => ({
      action: toAction(action, lang),
      cells: areasOf(action.scope, areas).flatMap(({ code: area }) => {
        const row = actionRow(action.code, area);
        return row ? [actionCell(row, view, fact(action.code, area))] : [];
      }),
    })),
  };
}
