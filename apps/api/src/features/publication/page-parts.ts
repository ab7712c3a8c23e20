import type { Language } from '../../graphql/enums.ts';
import type { ActionSummary } from './action-cell.type.ts';
import type { Area } from './area.type.ts';
import type { Event } from './event.type.ts';
import { indicatorCell } from './cells.ts';
import type { IndicatorSummary } from './indicator-cell.type.ts';
import type { ShortSeries } from './point.type.ts';
import {
  type ActionRow,
  type AreaRow,
  type AssessmentRowOf,
  bodyOf,
  type EventRow,
  type IndicatorRowOf,
  type PointRow,
  type TargetPointRow,
} from './public-rows.ts';
import { localized, pickStages } from './texts.ts';
import { pickText } from '../../graphql/local-text.type.ts';

export function toArea({ names, ...area }: AreaRow, lang: Language): Area {
  return { ...area, name: pickText(names, lang) };
}

export function toAction(row: ActionRow, lang: Language): ActionSummary {
  return localized(row, lang, 'title', 'text');
}

export function toIndicator(row: IndicatorRowOf, lang: Language): IndicatorSummary {
  return { ...localized(row, lang, 'name', 'unitText'), stages: pickStages(row.stages, lang) };
}

export function toEvent(row: EventRow, lang: Language): Event {
  return localized({ ...row, scope: row.scope as Event['scope'] }, lang, 'text');
}

/** The areas an action or indicator has values for: the countries, or the group that has one value for all. */
export function areasOf<T extends { kind: string }>(
  scope: 'COUNTRY' | 'REGION',
  areas: readonly T[],
): T[] {
  return areas.filter(({ kind }) => kind === (scope === 'COUNTRY' ? 'COUNTRY' : 'GROUP'));
}

/** Looks up by indicator and area. */
export function byCell<T extends { area: string }>(
  list: readonly T[],
  codeOf: (row: T) => string,
): (code: string, area: string) => T[] {
  const found = Map.groupBy(list, (row) => `${codeOf(row)} ${row.area}`);
  return (code, area) => found.get(`${code} ${area}`) ?? [];
}

export interface SeriesRows {
  assessments: AssessmentRowOf[];
  points: PointRow[];
  targets: TargetPointRow[];
}

/** A function that makes the short series of an indicator in an area from what the page read. */
export function shortSeries(
  { assessments, points, targets }: SeriesRows,
  lang: Language,
): (indicator: string, area: string) => ShortSeries {
  const indicatorRows = assessments.filter(({ level }) => level === 'INDICATOR');
  const assessment = byCell(indicatorRows, (row) => row.subject);
  const series = byCell(points, (row) => row.indicator);
  const target = byCell(targets, (row) => row.indicator);
  return (indicator, area) => {
    const observed = series(indicator, area);
    const last = target(indicator, area)[0]?.points.at(-1);
    return {
      cell: indicatorCell(area, assessment(indicator, area)[0], observed),
      points: observed.map(({ year, value, status, missingReason }) => ({
        year,
        value,
        status,
        missingReason,
      })),
      target: last ? { ...last, status: 'TARGET', missingReason: null } : null,
      bodies: [...new Set(observed.flatMap((point) => bodyOf(point, lang) ?? []))],
    };
  };
}
