import { strongestRole } from '@qadam/domain';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { PublicTables } from '../../database/tables.ts';
import { actionCell } from './cells.ts';
import { helpOf } from './lists.reader.ts';
import type { CountryPage, StandardGap } from './pages.type.ts';
import { toLaw } from './laws.ts';
import { eventBuilder, isIn, shortSeries, toAction, toArea, toIndicator } from './page-parts.ts';
import { pointsIn, sourcesNamed } from './frame.ts';
import * as rows from './public-rows.ts';
import { type LocalText, pickText } from '../../graphql/local-text.type.ts';
import type { BenchmarkGap } from './series.type.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { keyFactFinder } from './key-facts.ts';
import { assessmentFinder } from './by-cell.ts';
import { viewOf } from './year-view.ts';

const eb = expressionBuilder<PublicTables>();

/** Whom to ask about the figures. */
const contacts = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('contact', at).as('t'))
    .select(['t.names', 't.mailbox'])
    .where('t.area', '=', code)
    .orderBy('t.body');

const readPage = pageStatement((db, { at, before, code, areas }) => {
  const isHere = sql<boolean>`t.area = ${areas}`;
  return db.selectNoFrom([
    rows.firstYear(at).as('firstYear'),
    jsonArrayFrom(rows.laws(at).where(isHere)).as('laws'),
    rows.before(before, rows.actionParts(before).where('x.area', '=', areas)).as('before'),
    helpOf(at, code).as('help'),
    jsonArrayFrom(contacts(at, code)).as('contacts'),
    jsonArrayFrom(rows.assessments(at).where(isHere)).as('assessments'),
    jsonArrayFrom(rows.points(at).where(isHere)).as('points'),
    jsonArrayFrom(rows.targetPoints(at).where(isHere)).as('targets'),
    jsonArrayFrom(rows.events(at).where('t.area', '=', code)).as('events'),
    jsonArrayFrom(rows.documents(at).where('t.area', '=', code)).as('documents'),
    jsonArrayFrom(eb.selectFrom(rowsAsOf('benchmark', at).as('t')).select(['t.id', 't.label'])).as(
      'benchmarks',
    ),
    jsonArrayFrom(rows.sourcesOfValues(at, isHere)).as('sources'),
  ]);
});

/** One country: how its actions stand, and every indicator as a short series. */
export async function readCountry(
  reading: Reading,
  iso3: string,
  year?: number | null,
): Promise<CountryPage | null> {
  const { em, release, lang, frame } = reading;
  const area = frame.areas.find(({ code, kind }) => code === iso3 && kind === 'COUNTRY');
  if (!area) return null;
  // what there is of all together is shown on the page of every country
  const areas = frame.areas.filter(isIn(iso3)).map(({ code }) => code);
  const read = await readPage(reading, { code: iso3, areas }, {});
  const view = await viewOf(em, release, { ...frame, ...read }, year);
  const group = frame.areas.find(({ kind }) => kind === 'GROUP')?.code ?? iso3;
  const points = pointsIn(frame, read.points);
  const series = shortSeries({ ...read, points }, view, lang);
  const fact = keyFactFinder({ ...frame, ...read, points }, view.year, lang);
  const actionRow = assessmentFinder(view.assessments, 'ACTION');
  const indicatorRow = assessmentFinder(view.assessments, 'INDICATOR');
  const standards = new Map(read.benchmarks.map(({ id, label }) => [id, pickText(label, lang)]));
  const indicators = frame.indicators.map((indicator) => {
    const links = frame.linksOf.get(indicator.code) ?? [];
    const place = indicator.scope === 'REGION' ? group : iso3;
    return { indicator, links, roles: links.map(({ role }) => role), place };
  });
  const isLaw = ({ indicator }: (typeof indicators)[number]) => indicator.kind === 'MILESTONE';
  return {
    release,
    ...view,
    area: toArea(area, lang),
    actions: frame.actions.flatMap((action) => {
      const row = actionRow(action.code, action.scope === 'REGION' ? group : iso3);
      const cell = row && actionCell(row, view, fact(action.code, row.area));
      return cell ? [{ action: toAction(action, lang), cell }] : [];
    }),
    laws: indicators
      .filter(isLaw)
      .map(({ indicator, roles, place }) =>
        toLaw(indicator, roles, { ...view, areas: [place], laws: read.laws, lang }),
      ),
    indicators: indicators
      .filter((one) => !isLaw(one))
      .map(({ indicator, links, roles, place }) => ({
        indicator: toIndicator(indicator, lang),
        actions: links.map(({ action }) => action),
        role: strongestRole(roles),
        series: series(indicator, place),
        gaps: gapsOf(indicatorRow(indicator.code, place), standards),
      })),
    events: read.events.map(eventBuilder(frame.indicators, lang)),
    documents: read.documents,
    sources: sourcesNamed(
      frame,
      read.events.map(({ source }) => source),
      read.sources.map(({ id }) => id),
    ),
    contacts: read.contacts.map(({ names, mailbox }) => ({ body: pickText(names, lang), mailbox })),
    help: read.help && pickText(read.help, lang),
  };
}

/** Only where there is something to say: a standard that can be compared with what was reported. */
function gapsOf(
  row: rows.AssessmentRowOf | undefined,
  standards: ReadonlyMap<string, LocalText>,
): StandardGap[] {
  const gaps = (row?.detail['benchmarkGaps'] ?? []) as BenchmarkGap[];
  return gaps.flatMap(({ benchmark, ...gap }) => {
    const label = standards.get(benchmark);
    return label ? [{ ...gap, label }] : [];
  });
}
