import { strongestRole } from '@qadam/domain';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isTotal } from '../../database/expressions.ts';
import type { ASKED } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { actionCell } from './cells.ts';
import { helpOf } from './lists.reader.ts';
import type { CountryPage, StandardGap } from './pages.type.ts';
import { toLaw } from './laws.ts';
import { eventBuilder, isIn, toAction, toArea, toIndicator } from './page-parts.ts';
import { type Frame, sourcesNamed } from './frame.ts';
import * as rows from './public-rows.ts';
import { type LocalText, pickText } from '../../graphql/local-text.type.ts';
import { oncePer } from '../../http/memo.ts';
import { countWithdrawn } from './named-sources.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { figuresOfPage, isTold, nearAsked, nearest } from './key-facts.ts';
import { lawsApart, numbersOnPage } from './numbered-page.ts';
import { assessmentFinder } from './by-cell.ts';
import { lastYear, viewOf, type YearView } from './year-view.ts';
import type { ShortSeries } from './progress.type.ts';

const eb = expressionBuilder<PublicTables>();

/** Mailboxes for questions about the figures. */
const contacts = (at: Expression<number>, code: Expression<string>) =>
  eb
    .selectFrom(rowsAsOf('contact', at).as('t'))
    .select(['t.names', 't.mailbox'])
    .where('t.area', '=', code)
    .orderBy('t.body');

/**
 * Counts the known numbers of a country. A number with a direction is judged, so its assessment says whether anything is known; for any other number
 * a figure must exist.
 */
const countKnown = ({ at, areas, laws, codes, upTo }: typeof ASKED) => {
  const isHere = sql<boolean>`t.area = ${areas}`;
  return [
    rows
      .assessments(at)
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('t.kind', '=', 'INDICATOR')
      .where(isHere)
      .where(sql<boolean>`not t.subject = ${laws}`)
      .where(sql<boolean>`(t.latest_year is not null or t.status = 'SUPPRESSED')`)
      .$asScalar()
      .$notNull()
      .as('judged'),
    eb
      .selectFrom(rowsAsOf('value', at).as('t'))
      .select(sql<number>`count(distinct t.indicator)`.as('count'))
      .where(isHere)
      .where(isTotal('t'))
      .where('t.indicator', '=', codes)
      .where('t.year', '<=', sql<number>`greatest(${upTo}, ${rows.firstYear(at)})`)
      .where(sql<boolean>`(t.value is not null or t.obs_status = 'Q')`)
      .$asScalar()
      .$notNull()
      .as('context'),
  ] as const;
};

/** Every indicator with its links to actions and its strongest role; laws apart. */
const placed = oncePer((frame: Frame) =>
  lawsApart(
    frame.indicators.map((indicator) => {
      const links = frame.linksOf.get(indicator.code) ?? [];
      return { indicator, links, role: strongestRole(links.map((link) => link.role)) };
    }),
  ),
);
type Placed = ReturnType<typeof placed>['numbers'][number];

const toldLinks = oncePer((frame: Frame) => frame.links.filter(isTold(frame)));

/** Numbers that are never judged. */
const contextCodes = oncePer((frame: Frame) =>
  placed(frame).numbers.flatMap(({ indicator: { code, direction } }) =>
    direction === 'NONE' ? code : [],
  ),
);

/** How many numbers a page lists: more than any release has had so far, so that its pages are not split. */
const NUMBERS = 100;

/** `counted`: the release has more numbers than one page. The best plan then depends on how many there are (0085). */
const pageOf = (counted: boolean) =>
  pageStatement(
    (db, asked) => {
      const { at, before, code, areas, shown } = asked;
      const isHere = sql<boolean>`t.area = ${areas}`;
      const isShown = sql<boolean>`t.indicator = ${shown}`;
      const page = db.selectNoFrom([
        rows.firstYear(at).as('firstYear'),
        jsonArrayFrom(rows.laws(at, asked.laws).where(isHere)).as('laws'),
        jsonArrayFrom(nearest(asked)).as('nearest'),
        rows.before(before, rows.actionParts(before).where('x.area', '=', areas)).as('before'),
        helpOf(at, code).as('help'),
        jsonArrayFrom(contacts(at, code)).as('contacts'),
        jsonArrayFrom(
          rows
            .assessments(at)
            .where(isHere)
            .where(sql<boolean>`(t.kind = 'ACTION' or t.subject = ${shown})`),
        ).as('assessments'),
        jsonArrayFrom(rows.seriesOf(at, sql`${isHere} and ${isShown}`)).as('series'),
        jsonArrayFrom(rows.targetPoints(at).where(isHere).where(isShown)).as('targets'),
        jsonArrayFrom(rows.events(at).where('t.area', '=', code)).as('events'),
        jsonArrayFrom(rows.documents(at).where('t.area', '=', code)).as('documents'),
        jsonArrayFrom(
          eb.selectFrom(rowsAsOf('benchmark', at).as('t')).select(['t.id', 't.label']),
        ).as('benchmarks'),
        countWithdrawn.as('withdrawn'),
      ]);
      return page.$if(counted, (query) => query.select(countKnown(asked)));
    },
    counted ? 'BY_VALUES' : 'ONCE',
  );
const readWhole = pageOf(false);
const readCounted = pageOf(true);

/**
 * One country: how far its actions are, and its numbers as short series: the headline ones and a page of the others. Null if there is no such page.
 */
export async function readCountry(
  reading: Reading,
  iso3: string,
  year?: number | null,
  page?: number | null,
): Promise<CountryPage | null> {
  const { em, release, lang, frame } = reading;
  const area = frame.areas.find(({ code, kind }) => code === iso3 && kind === 'COUNTRY');
  if (!area) return null;
  // regional actions and indicators are shown on the page of every country
  const inside = frame.areas.filter(isIn(iso3));
  const areas = inside.map(({ code }) => code);
  const group = frame.areas.find(({ kind }) => kind === 'GROUP')?.code ?? iso3;
  const placeOf = ({ scope }: { scope: string }) => (scope === 'REGION' ? group : iso3);
  const { laws, numbers } = placed(frame);
  const listed = numbersOnPage(numbers, page ?? 1, NUMBERS);
  if (!listed) return null;
  const codesOf = (some: readonly Placed[]) => some.map(({ indicator }) => indicator.code);
  const counted = listed.pages > 1;
  const asked = {
    ...{ code: iso3, areas, laws: codesOf(laws), shown: codesOf([...laws, ...listed.rows]) },
    codes: contextCodes(frame),
    upTo: lastYear(release, year),
    near: counted ? nearAsked(frame, frame.actions, inside) : '[]',
  };
  const read = await (counted ? readCounted : readWhole)(reading, asked, {});
  const named = await reading.named(read.withdrawn);
  const links = counted ? toldLinks(frame) : frame.links;
  const view = await viewOf(em, release, { ...frame, links, ...read }, year);
  const { series, fact } = figuresOfPage(frame, read, view, lang);
  const actionRow = assessmentFinder(view.assessments, 'ACTION');
  const indicatorRow = assessmentFinder(view.assessments, 'INDICATOR');
  const standards = new Map(read.benchmarks.map(({ id, label }) => [id, pickText(label, lang)]));
  const told = listed.rows.map(({ indicator, links: own, role }) => ({
    indicator: toIndicator(indicator, lang),
    actions: own.map(({ action }) => action),
    role,
    series: series(indicator, placeOf(indicator)),
    gaps: gapsOf(indicatorRow(indicator.code, placeOf(indicator)), standards),
  }));
  return {
    release,
    ...view,
    ...listed,
    indicatorCount: numbers.length,
    knownCount: counted
      ? knownOf(read, view, release.asOfYear, asked)
      : told.filter(isKnown).length,
    area: toArea(area, lang),
    actions: frame.actions.flatMap((action) => {
      const row = actionRow(action.code, placeOf(action));
      const cell = row && actionCell(row, view, fact(action.code, row.area));
      return cell ? [{ action: toAction(action, lang), cell }] : [];
    }),
    laws: laws.map(({ indicator, links: own }) => {
      const roles = own.map((link) => link.role);
      const areas = [placeOf(indicator)];
      return toLaw(indicator, roles, { ...view, areas, laws: read.laws, lang });
    }),
    indicators: told,
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
      named.ofAreas(areas),
    ),
    contacts: read.contacts.map(({ names, mailbox }) => ({ body: pickText(names, lang), mailbox })),
    help: read.help && pickText(read.help, lang),
  };
}

/** Does the release have a figure of the indicator, even a hidden one? */
const isKnown = ({ series: { cell } }: { series: ShortSeries }): boolean =>
  cell.latestYear !== null || cell.status === 'SUPPRESSED';

/** How many numbers are known, of which the page shows only some. As of an earlier year they are counted from the assessments made for it. */
function knownOf(
  { judged = 0, context = 0 }: { judged?: number; context?: number },
  { assessments, year }: Pick<YearView, 'assessments' | 'year'>,
  asOfYear: number,
  { areas, laws }: { areas: readonly string[]; laws: readonly string[] },
): number {
  if (year === asOfYear) return judged + context;
  const again = assessments.filter(
    ({ kind, subject, area, latestYear, status }) =>
      kind === 'INDICATOR' &&
      areas.includes(area) &&
      !laws.includes(subject) &&
      (latestYear !== null || status === 'SUPPRESSED'),
  );
  return again.length + context;
}

/** The comparisons with standards; none if no standard can be compared with what was reported. */
function gapsOf(
  row: rows.AssessmentRowOf | undefined,
  standards: ReadonlyMap<string, LocalText>,
): StandardGap[] {
  return (row?.detail.benchmarkGaps ?? []).flatMap(({ benchmark, ...gap }) => {
    const label = standards.get(benchmark);
    return label ? [{ ...gap, label }] : [];
  });
}
