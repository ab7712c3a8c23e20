import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { pickText } from '../../graphql/local-text.type.ts';
import type { ActionPage } from './pages.type.ts';
import { actionCell } from './cells.ts';
import { toLaw } from './laws.ts';
import { areasOf, eventBuilder, shortSeries, toAction, toArea, toIndicator } from './page-parts.ts';
import { pointsIn, sourcesNamed } from './frame.ts';
import * as rows from './public-rows.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import { keyFactFinder } from './key-facts.ts';
import { assessmentFinder } from './by-cell.ts';
import { viewOf } from './year-view.ts';

const readPage = pageStatement((db, { at, before, code, codes }) => {
  const isOwn = sql<boolean>`t.indicator = ${codes}`;
  const isEvent = sql<boolean>`(t.action = ${code} or ${isOwn})`;
  return db.selectNoFrom([
    rows.firstYear(at).as('firstYear'),
    rows.before(before, rows.actionParts(before).where('x.subject', '=', code)).as('before'),
    jsonArrayFrom(rows.laws(at).where('t.indicator', '=', codes)).as('laws'),
    jsonArrayFrom(
      rows
        .assessments(at)
        .where('t.kind', '=', 'ACTION')
        .where('t.subject', '=', code)
        .unionAll(
          rows.assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', codes),
        ),
    ).as('assessments'),
    jsonArrayFrom(rows.points(at).where(isOwn)).as('points'),
    jsonArrayFrom(rows.targetPoints(at).where(isOwn)).as('targets'),
    jsonArrayFrom(rows.events(at).where(isEvent)).as('events'),
    jsonArrayFrom(rows.documents(at).where(isOwn)).as('documents'),
    jsonArrayFrom(rows.sourcesOfValues(at, isOwn)).as('sources'),
  ]);
});

/** One action: how far it is in each country, its laws as matrices, its numbers as short series, the dated facts behind them. */
export async function readAction(
  reading: Reading,
  code: string,
  year?: number | null,
): Promise<ActionPage | null> {
  const { em, release, lang, frame } = reading;
  const action = frame.actions.find((row) => row.code === code);
  if (!action) return null;
  const links = frame.linksTo.get(code) ?? [];
  const codes = links.map(({ indicator }) => indicator);
  const indicators = codes.flatMap((one) => frame.indicatorOf.get(one) ?? []);
  const read = await readPage(reading, { code, codes }, {});
  const view = await viewOf(em, release, { ...frame, ...read }, year);
  const areas = areasOf(action.scope, frame.areas).map((area) => area.code);
  const assessment = assessmentFinder(view.assessments, 'ACTION');
  const points = pointsIn(frame, read.points);
  const series = shortSeries({ ...read, points }, view, lang);
  const fact = keyFactFinder({ ...read, links, indicators, points }, view.year, lang);
  const linked = links.flatMap(({ indicator: of, role }) => {
    const indicator = frame.indicatorOf.get(of);
    return indicator ? [{ indicator, role, isLaw: indicator.kind === 'MILESTONE' }] : [];
  });
  return {
    release,
    ...view,
    areas: frame.areas.map((area) => toArea(area, lang)),
    action: toAction(action, lang),
    cells: areas.flatMap((area) => {
      const row = assessment(code, area);
      return row ? [actionCell(row, view, fact(code, area))] : [];
    }),
    laws: linked.flatMap(({ indicator, role, isLaw }) =>
      isLaw ? [toLaw(indicator, [role], { ...view, areas, laws: read.laws, lang })] : [],
    ),
    indicators: linked.flatMap(({ indicator, role, isLaw }) =>
      isLaw
        ? []
        : [
            {
              indicator: toIndicator(indicator, lang),
              definition: pickText(indicator.definition, lang),
              role,
              provider: indicator.provider && pickText(indicator.provider, lang),
              series: areas.map((area) => series(indicator, area)),
            },
          ],
    ),
    events: read.events.map(eventBuilder(indicators, lang)),
    documents: read.documents,
    sources: sourcesNamed(
      frame,
      read.events.map(({ source }) => source),
      read.sources.map(({ id }) => id),
    ),
  };
}
