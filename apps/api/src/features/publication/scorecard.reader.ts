import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isTotal } from '../../database/expressions.ts';
import type { Asks } from '../../graphql/selection.ts';
import { actionCell } from './cells.ts';
import { areasOf, isCountry, isIn, toAction, toArea } from './page-parts.ts';
import * as rows from './public-rows.ts';
import { assessmentFinder, byCell, upTo } from './by-cell.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import type { Scorecard } from './pages.type.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { isTold, keyFactFinder, nearAsked, nearest } from './key-facts.ts';
import { lastYear, viewOf } from './year-view.ts';

/** Parts of the answer that only some readers ask for. */
type Parts = Readonly<Record<'year' | 'change' | 'fact', boolean>>;

const readCells = pageStatement((db, asked, { year, change, fact }: Parts) => {
  const { at, before, shown } = asked;
  return db
    .selectNoFrom(
      jsonArrayFrom(
        change
          ? rows
              .assessments(at)
              .where('t.kind', '=', 'ACTION')
              .unionAll(
                rows
                  .assessments(at)
                  .where('t.kind', '=', 'INDICATOR')
                  .where('t.subject', '=', shown),
              )
          : rows.assessments(at).where('t.kind', '=', 'ACTION'),
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
            .where('t.indicator', '=', shown)
            .orderBy('t.year'),
        ).as('points'),
        jsonArrayFrom(nearest(asked)).as('nearest'),
      ]),
    );
});

/** How far every action is, per country or once for all, with its key fact. */
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
  const areas = country == null ? frame.areas : frame.areas.filter(isIn(country));
  // Only headline indicators and laws are read; `near` finds one figure of the others for an action that has none of these.
  const headline = frame.links.filter(isTold(frame));
  const asked = {
    shown: headline.map(({ indicator }) => indicator),
    upTo: lastYear(release, year),
    near: parts.fact ? nearAsked(frame, frame.actions, areas) : '[]',
  };
  const read = await readCells(reading, asked, parts);
  const view = await viewOf(em, release, { ...frame, links: headline, ...read }, year);
  const actionRow = assessmentFinder(view.assessments, 'ACTION');
  const fact = parts.fact
    ? keyFactFinder(
        {
          ...frame,
          laws: read.laws ?? [],
          pointsIn: byCell(
            upTo([...(read.points ?? []), ...(read.nearest ?? [])], view.year),
            (row) => row.indicator,
          ),
        },
        view.year,
        lang,
      )
    : () => null;
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
