import type { Language, Scope } from '../../graphql/enums.ts';
import type { ActionSummary, IndicatorSummary, ShortSeries } from './progress.type.ts';
import type { Area, Event } from './page-parts.type.ts';
import { assessmentFinder, byCell } from './by-cell.ts';
import { indicatorCell } from './cells.ts';
import { bodyIn, type Frame } from './frame.ts';
import {
  type ActionRow,
  type AreaRow,
  type EventRow,
  type IndicatorRowOf,
  type SeriesPoint,
  type SeriesRow,
  type TargetPointRow,
} from './public-rows.ts';
import type { YearView } from './year-view.ts';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import { oncePerKey } from '../../http/memo.ts';

// The results are cached by row and language, because all answers share the rows of a frame (frames.ts).

export const toArea = oncePerKey(({ names, ...area }: AreaRow, lang: Language): Area => {
  return { ...area, name: pickText(names, lang) };
});

export const toAction = oncePerKey((row: ActionRow, lang: Language): ActionSummary => ({
  ...localized(row, lang, 'title', 'reading'),
  quote: row.quote && pickText(row.quote, lang),
  original: row.quote?.en ?? null,
}));

/** Copies the named fields only, because the rows of laws have more. */
export const toIndicator = oncePerKey((row: IndicatorRowOf, lang: Language): IndicatorSummary => {
  const { code, kind, scope, direction, decimals, unit } = row;
  const { name, unitText } = localized(row, lang, 'name', 'unitText');
  const stages = pickStages(row.stages, lang);
  return { code, kind, scope, direction, decimals, unit, name, unitText, stages };
});

/** A function that makes an event; the stages it proves are named by the laws of the release. */
export function eventBuilder(
  indicators: readonly IndicatorRowOf[],
  lang: Language,
): (row: EventRow) => Event {
  const lawOf = new Map(
    indicators.flatMap((law) =>
      law.elements.map(({ code, name }) => [code, { law, name }] as const),
    ),
  );
  return (row) => ({
    ...localized(row, lang, 'text'),
    proves: row.proves.flatMap(({ element, stage, provision, basis }) => {
      const found = lawOf.get(element);
      if (!found) return [];
      const { law, name } = found;
      const stageName = stage === null ? null : (toIndicator(law, lang).stages?.[stage] ?? null);
      return [{ element, elementName: pickText(name, lang), stage, stageName, provision, basis }];
    }),
  });
}

/** The areas an action or indicator has values for: the countries, or the group that has one value for all. */
export function areasOf<T extends { kind: string }>(scope: Scope, areas: readonly T[]): T[] {
  return areas.filter(({ kind }) => kind === (scope === 'COUNTRY' ? 'COUNTRY' : 'GROUP'));
}

/** Is there such a country? */
export const isCountry = (asked: string, { areas }: { areas: readonly AreaRow[] }): boolean =>
  areas.some(({ code, kind }) => kind === 'COUNTRY' && code === asked);

/** Is an area this country, or the group that stands for all of them? */
export const isIn =
  (country: string) =>
  ({ code, kind }: AreaRow): boolean =>
    kind === 'COUNTRY' ? code === country : true;

/** Figures of an indicator in an area up to a year, oldest first. */
type PointsIn = (indicator: string, area: string) => SeriesPoint[];

export function pointFinder(series: readonly SeriesRow[], year: number): PointsIn {
  const points = new Map(
    series.map((row) => [`${row.indicator} ${row.area}`, pointsUpTo(row, year)] as const),
  );
  return (indicator, area) => points.get(`${indicator} ${area}`) ?? [];
}

const pointsUpTo = (row: SeriesRow, upToYear: number): SeriesPoint[] =>
  row.years.flatMap((year, at) => {
    const [value = null, status] = [row.values[at], row.statuses[at]];
    if (year > upToYear || status === undefined) return [];
    return [{ year, value, status, missingReason: row.missingReasons[at] ?? null }];
  });

/** Who reported the first `count` figures. */
const bodiesIn = (
  frame: Pick<Frame, 'sources' | 'bodies'>,
  { sources, bodies, sourceTexts }: SeriesRow,
  count: number,
  lang: Language,
): string[] =>
  unique(
    Array.from({ length: count }, (_, at) => {
      const [source = null, body = null, sourceText = null] = [
        sources[at],
        bodies[at],
        sourceTexts[at],
      ];
      return bodyIn(frame, { source, body, sourceText }, lang);
    }),
  );

/** The distinct texts; nulls are left out. */
export const unique = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];

/** A function that makes the short series of an indicator in an area, as of the page's year, from what the page read. */
export function shortSeries(
  frame: Pick<Frame, 'sources' | 'bodies'>,
  { series, targets }: { series: readonly SeriesRow[]; targets: readonly TargetPointRow[] },
  pointsIn: PointsIn,
  { assessments }: Pick<YearView, 'assessments'>,
  lang: Language,
): (indicator: Pick<IndicatorRowOf, 'code' | 'kind'>, area: string) => ShortSeries {
  const assessment = assessmentFinder(assessments, 'INDICATOR');
  const rows = byCell(series, (row) => row.indicator);
  const target = byCell(targets, (row) => row.indicator);
  return ({ code, kind }, area) => {
    const points = pointsIn(code, area);
    const [row] = rows(code, area);
    const last = target(code, area)[0]?.points.at(-1);
    return {
      cell: indicatorCell(area, kind, assessment(code, area), points),
      points,
      target: last ? { ...last, status: 'TARGET', missingReason: null } : null,
      bodies: row ? bodiesIn(frame, row, points.length, lang) : [],
    };
  };
}

/** The steps of a ladder, each in the best language that it has. */
export function pickStages(stages: Record<string, string[]> | null, lang: Language) {
  if (stages === null) return null;
  const count = Math.max(0, ...Object.values(stages).map((list) => list.length));
  return Array.from({ length: count }, (_, step) =>
    pickText(
      Object.fromEntries(Object.entries(stages).map(([code, list]) => [code, list[step] ?? ''])),
      lang,
    ),
  );
}

/** A copy of the object with its texts in the reader's language: `localized(row, lang, 'name', 'unitText')`. */
export function localized<T extends object, K extends keyof T>(
  row: T,
  lang: Language,
  ...keys: K[]
): Omit<T, K> & Record<K, LocalText> {
  const texts = Object.fromEntries(
    keys.map((key) => [key, pickText(row[key] as Texts, lang)]),
  ) as Record<K, LocalText>;
  return { ...row, ...texts };
}
