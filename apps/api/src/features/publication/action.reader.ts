import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { pickText } from '../../graphql/local-text.type.ts';
import { oncePer } from '../../http/memo.ts';
import type { ActionPage } from './pages.type.ts';
import { actionCell } from './cells.ts';
import { toLaw } from './laws.ts';
import { areasOf, eventBuilder, toAction, toArea, toIndicator } from './page-parts.ts';
import { type Frame, sourcesNamed } from './frame.ts';
import * as rows from './public-rows.ts';
import { countWithdrawn } from './named-sources.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import { figuresOfPage, nearAsked, nearest } from './key-facts.ts';
import { lawsApart, numbersOnPage } from './numbered-page.ts';
import { assessmentFinder } from './by-cell.ts';
import { lastYear, viewOf } from './year-view.ts';

/** How many of the numbers besides the headline ones a page lists, each with a series for every country. */
const NUMBERS = 50;

const readPage = pageStatement((db, asked) => {
  const { at, before, code, codes, shown } = asked;
  const isOwn = sql<boolean>`t.indicator = ${codes}`;
  const isShown = sql<boolean>`t.indicator = ${shown}`;
  const isEvent = sql<boolean>`(t.action = ${code} or ${isOwn})`;
  return db.selectNoFrom([
    rows.firstYear(at).as('firstYear'),
    rows.before(before, rows.actionParts(before).where('x.subject', '=', code)).as('before'),
    jsonArrayFrom(rows.laws(at, asked.laws)).as('laws'),
    jsonArrayFrom(
      rows
        .assessments(at)
        .where('t.kind', '=', 'ACTION')
        .where('t.subject', '=', code)
        .unionAll(
          rows.assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', shown),
        ),
    ).as('assessments'),
    jsonArrayFrom(rows.seriesOf(at, isShown)).as('series'),
    jsonArrayFrom(nearest(asked)).as('nearest'),
    jsonArrayFrom(rows.targetPoints(at).where(isShown)).as('targets'),
    jsonArrayFrom(rows.events(at).where(isEvent)).as('events'),
    jsonArrayFrom(rows.documents(at).where(isOwn)).as('documents'),
    countWithdrawn.as('withdrawn'),
  ]);
}, 'ONCE');

/** The indicators of each action; laws apart. */
const linkedTo = oncePer(({ actions, linksTo, indicatorOf }: Frame) => {
  const linked = actions.map(({ code }) => {
    const all = (linksTo.get(code) ?? []).flatMap(({ indicator: of, ...link }) => {
      const indicator = indicatorOf.get(of);
      return indicator ? [{ ...link, indicator }] : [];
    });
    const codes = all.map(({ indicator }) => indicator.code);
    return [code, { codes, ...lawsApart(all) }] as const;
  });
  return new Map(linked);
});

/**
 * One action: how far it is in each country, its laws as matrices, its numbers as short series, the dated facts behind them. Besides the headline
 * numbers it lists one page of the others; null if there is no such page.
 */
export async function readAction(
  reading: Reading,
  code: string,
  year?: number | null,
  page?: number | null,
): Promise<ActionPage | null> {
  const { em, release, lang, frame } = reading;
  const action = frame.actions.find((row) => row.code === code);
  const linked = linkedTo(frame).get(code);
  if (!action || !linked) return null;
  const { codes, laws, numbers } = linked;
  const listed = numbersOnPage(numbers, page ?? 1, NUMBERS);
  if (!listed) return null;
  const here = [...laws, ...listed.rows];
  const links = here.map(({ indicator, ...link }) => ({ ...link, indicator: indicator.code }));
  const asked = {
    code,
    codes,
    laws: laws.map(({ indicator }) => indicator.code),
    shown: links.map(({ indicator }) => indicator),
    upTo: lastYear(release, year),
    near: listed.pages === 1 ? '[]' : nearAsked(frame, [action]),
  };
  const read = await readPage(reading, asked, {});
  const named = await reading.named(read.withdrawn);
  const view = await viewOf(em, release, { ...frame, links, ...read }, year);
  const areas = areasOf(action.scope, frame.areas).map((area) => area.code);
  const assessment = assessmentFinder(view.assessments, 'ACTION');
  const { series, fact } = figuresOfPage(frame, read, view, lang);
  return {
    release,
    ...view,
    ...listed,
    areas: frame.areas.map((area) => toArea(area, lang)),
    action: toAction(action, lang),
    cells: areas.flatMap((area) => {
      const row = assessment(code, area);
      return row ? [actionCell(row, view, fact(code, area))] : [];
    }),
    laws: laws.map(({ indicator, role }) =>
      toLaw(indicator, [role], { ...view, areas, laws: read.laws, lang }),
    ),
    indicators: listed.rows.map(({ indicator, role }) => ({
      indicator: toIndicator(indicator, lang),
      definition: pickText(indicator.definition, lang),
      role,
      provider: indicator.provider && pickText(indicator.provider, lang),
      series: areas.map((area) => series(indicator, area)),
    })),
    events: read.events.map(
      eventBuilder(
        laws.map(({ indicator }) => indicator),
        lang,
      ),
    ),
    documents: read.documents,
    sources: sourcesNamed(
      frame,
      read.events.map(({ source }) => source),
      named.ofAction(code),
    ),
  };
}
