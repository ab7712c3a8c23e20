import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION, strongestRole } from '@qadam/domain';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { anyText, exact, isTotal } from '../../database/expressions.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { ComparedIndicator, ComparedSeries, Comparison } from './comparison.type.ts';
import { indicatorCell } from './cells.ts';
import { areasOf, localized, toArea, toIndicator, unique } from './page-parts.ts';
import { bodyIn, type Frame, pointsIn } from './frame.ts';
import * as rows from './public-rows.ts';
import { assessmentFinder } from './by-cell.ts';
import type { Reading } from './release.reader.ts';
import { sharesOf } from './series.ts';
import { rowsAsOf } from './rows-as-of.ts';

/** More indicators cannot be read side by side. */
const MAX_COMPARED = 4;
/** How many indicators are shown before the reader has chosen any. */
const FIRST = 2;

type Offer = Awaited<ReturnType<typeof readOffer>>;

/** What can be chosen; `known`: how many areas and cells of an indicator have a value. */
const readOffer = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(rows.areas(at)).as('areas'),
      jsonArrayFrom(rows.actions(at)).as('actions'),
      jsonArrayFrom(rows.links(at)).as('links'),
      jsonArrayFrom(rows.indicators(at)).as('indicators'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('value', at).as('t'))
          .select(({ fn }) => [
            't.indicator',
            fn.count<number>('t.area').distinct().as('areas'),
            fn.countAll<number>().as('values'),
          ])
          .where(isTotal('t'))
          .where('t.value', 'is not', null)
          .groupBy('t.indicator'),
      ).as('known'),
    ])
    .executeTakeFirstOrThrow();

type Read = Omit<Awaited<ReturnType<typeof readSeries>>, 'points'> & {
  points: rows.PointRow[];
  frame: Frame;
};

function readSeries(em: EntityManager, at: number, codes: readonly string[]) {
  const chosen = anyText(codes);
  return publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(rows.indicators(at).select('t.definition').where('t.code', '=', chosen)).as(
        'indicators',
      ),
      jsonArrayFrom(
        rows.assessments(at).where('t.kind', '=', 'INDICATOR').where('t.subject', '=', chosen),
      ).as('assessments'),
      jsonArrayFrom(rows.points(at).where('t.indicator', '=', chosen)).as('points'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('target', at).as('t'))
          .select(['t.indicator', 't.area', 't.baseline_year as baselineYear', 't.path'])
          .select([exact<string | null>('t.baseline_value').as('baselineValue'), 't.points'])
          .select([exact('t.tolerance').as('tolerance'), 't.reference'])
          .where('t.indicator', '=', chosen),
      ).as('targets'),
      jsonArrayFrom(rows.breaks(at).where('t.indicator', '=', chosen)).as('breaks'),
    ])
    .executeTakeFirstOrThrow();
}

/** Up to four indicators side by side, each with its path, and all others that could be compared. */
export async function readComparison(
  { em, release, at, lang, frame }: Reading,
  asked: readonly string[],
): Promise<Comparison> {
  const offer = await readOffer(em, at);
  const codes = chosen(offer, asked);
  const { points, ...read } = await readSeries(em, at, codes);
  const told = { ...read, points: pointsIn(frame, points), frame };
  const knownAreas = new Map(offer.known.map(({ indicator, areas }) => [indicator, areas]));
  const current = release.methodVersion === METHOD_VERSION;
  return {
    release,
    areas: offer.areas.map((area) => toArea(area, lang)),
    actions: offer.actions.map(({ code, title }) => ({ code, title: pickText(title, lang) })),
    choices: offer.indicators.filter(hasSeries).map(({ code, name, kind }) => ({
      code,
      name: pickText(name, lang),
      kind,
      role: roleOf(code, offer.links),
      action: offer.links.find(({ indicator }) => indicator === code)?.action ?? null,
      known: knownAreas.get(code) ?? 0,
    })),
    indicators: codes.flatMap((code) => compared(code, offer, told, lang, current) ?? []),
  };
}

/** A law is a matrix of elements: it has no series to compare. */
const hasSeries = ({ kind }: rows.IndicatorRowOf): boolean => kind !== 'MILESTONE';

/** The indicators asked for that the release has, in the order asked; without any, those that most areas report. */
function chosen({ indicators, links, known }: Offer, asked: readonly string[]): string[] {
  const exists = new Set(indicators.filter(hasSeries).map(({ code }) => code));
  const wanted = [...new Set(asked)].filter((code) => exists.has(code));
  if (wanted.length > 0) return wanted.slice(0, MAX_COMPARED);
  const weight = new Map(known.map(({ indicator, areas, values }) => [indicator, [areas, values]]));
  const of = (code: string, at: 0 | 1) => weight.get(code)?.[at] ?? 0;
  return indicators
    .filter(({ code, kind }) => kind === 'NUMERIC' && roleOf(code, links) !== 'CONTEXT')
    .map(({ code }) => code)
    .sort((a, b) => of(b, 0) - of(a, 0) || of(b, 1) - of(a, 1))
    .slice(0, FIRST);
}

function roleOf(code: string, links: readonly rows.LinkRow[]): rows.LinkRow['role'] {
  return strongestRole(links.filter(({ indicator }) => indicator === code).map(({ role }) => role));
}

function compared(
  code: string,
  offer: Offer,
  read: Read,
  lang: Language,
  current: boolean,
): ComparedIndicator | undefined {
  const indicator = read.indicators.find((row) => row.code === code);
  if (!indicator) return undefined;
  const assessment = assessmentFinder(read.assessments, 'INDICATOR');
  const of = <T extends { indicator: string; area: string }>(list: readonly T[], area: string) =>
    list.filter((row) => row.indicator === code && row.area === area);
  return {
    indicator: toIndicator(indicator, lang),
    definition: pickText(indicator.definition, lang),
    role: roleOf(code, offer.links),
    series: areasOf(indicator.scope, offer.areas).map(({ code: area }): ComparedSeries => {
      const values = of(read.points, area);
      const cell = indicatorCell(area, indicator.kind, assessment(code, area), values);
      const [target = null] = of(read.targets, area);
      const breaks = of(read.breaks, area);
      const shares = sharesOf({ indicator, cell, values, target, breaks, current });
      return {
        cell,
        points: values.map((point) => ({ ...point, progress: shares.get(point.year) ?? null })),
        target,
        breaks: breaks.map((row) => localized(row, lang, 'note')),
        bodies: unique(values.map((point) => bodyIn(read.frame, point, lang))),
        licences: unique(values.map(({ licence }) => licence)),
      };
    }),
  };
}
