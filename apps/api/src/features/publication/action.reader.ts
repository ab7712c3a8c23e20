import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { ActionPage } from './pages.type.ts';
import { actionCell } from './cells.ts';
import { toLaw } from './laws.ts';
import { areasOf, eventBuilder, shortSeries, toAction, toArea, toIndicator } from './page-parts.ts';
import * as rows from './public-rows.ts';
import type { Reading } from './release.reader.ts';
import { keyFactFinder } from './key-facts.ts';
import { assessmentFinder } from './by-cell.ts';
import { viewOf } from './year-view.ts';

function readPage(em: EntityManager, at: number, code: string) {
  const own = rows.linkedTo(at, code);
  const isAssessed = sql<boolean>`((t.kind, t.subject) = ('ACTION', ${code}) or t.kind = 'INDICATOR' and t.subject in ${own})`;
  const isEvent = sql<boolean>`(t.action = ${code} or t.indicator in ${own})`;
  return publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(rows.areas(at)).as('areas'),
      rows.firstYear(at).as('firstYear'),
      rows.before(at, rows.actionParts(at - 1).where('x.subject', '=', code)).as('before'),
      jsonObjectFrom(rows.actions(at).where('t.code', '=', code)).as('action'),
      jsonArrayFrom(rows.links(at).where('t.action', '=', code)).as('links'),
      jsonArrayFrom(rows.describedIndicators(at).where('t.code', 'in', own)).as('indicators'),
      jsonArrayFrom(rows.laws(at).where('t.indicator', 'in', own)).as('laws'),
      jsonArrayFrom(rows.assessments(at).where(isAssessed)).as('assessments'),
      jsonArrayFrom(rows.points(at).where('t.indicator', 'in', own)).as('points'),
      jsonArrayFrom(rows.targetPoints(at).where('t.indicator', 'in', own)).as('targets'),
      jsonArrayFrom(rows.events(at).where(isEvent)).as('events'),
      jsonArrayFrom(rows.documents(at).where('t.indicator', 'in', own)).as('documents'),
      jsonArrayFrom(
        rows.sourcesNamed(at, ['event', isEvent], ['value', sql`t.indicator in ${own}`]),
      ).as('sources'),
    ])
    .executeTakeFirstOrThrow();
}

/** One action: how far it is in each country, its laws as matrices, its numbers as short series, the dated facts behind them. */
export async function readAction(
  { em, release, at, lang }: Reading,
  code: string,
  year?: number | null,
): Promise<ActionPage | null> {
  const read = await readPage(em, at, code);
  const { action } = read;
  if (!action) return null;
  const view = await viewOf(em, release, read, year);
  const areas = areasOf(action.scope, read.areas).map((area) => area.code);
  const assessment = assessmentFinder(view.assessments, 'ACTION');
  const series = shortSeries(read, view, lang);
  const fact = keyFactFinder(read, view.year, lang);
  const linked = read.links.flatMap(({ indicator: of, role }) => {
    const indicator = read.indicators.find((row) => row.code === of);
    return indicator ? [{ indicator, role, isLaw: indicator.kind === 'MILESTONE' }] : [];
  });
  return {
    release,
    ...view,
    areas: read.areas.map((area) => toArea(area, lang)),
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
    events: read.events.map(eventBuilder(read.indicators, lang)),
    documents: read.documents,
    sources: read.sources,
  };
}
