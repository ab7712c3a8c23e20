import {
  dec,
  levelChange,
  markFlags,
  type Numeric,
  wholePercent,
  withoutPlan,
} from '@qadam/domain';
import type { ActionCell, Fact, IndicatorCell, Level, LevelMove } from './progress.type.ts';
import type { AssessmentRowOf, SeriesPoint } from './public-rows.ts';
import type { IndicatorKind } from '../../graphql/enums.ts';
import { type AssessmentDetail, exactText } from '../../assessments/assessment-row.ts';
import type { YearView } from './year-view.ts';

const percentOf = (share: Numeric): number => wholePercent(dec(share));

type LevelRow = Pick<
  AssessmentRowOf,
  'word' | 'level' | 'low' | 'high' | 'known' | 'total' | 'movement' | 'points'
>;

/** A level in whole percent; for an action the percentages as its own rule rounded them. */
export function levelIn(
  { word, level, low, high, known, total, movement, points }: LevelRow,
  percent: AssessmentDetail['percent'] | null,
): Omit<Level, 'flags' | 'reason'> {
  return {
    word,
    percent: level === null ? null : (percent?.level ?? percentOf(level)),
    low: percent?.low ?? percentOf(low),
    high: percent?.high ?? percentOf(high),
    known,
    total,
    movement,
    points,
  };
}

/** How far an indicator or an action is, with the reason if there is no level. */
export function toLevel(row: AssessmentRowOf): Level {
  const { reason, flags, percent } = row.detail;
  return { ...levelIn(row, percent), flags, reason };
}

/** Context indicators have no level: their figures are shown, but never judged. */
export function isContext(row: AssessmentRowOf): boolean {
  return row.detail.reason === 'CONTEXT';
}

/** An action in an area: how far it is, what changed since the previous release or year, and its key fact. */
export function actionCell(
  row: AssessmentRowOf,
  view: Pick<YearView, 'now' | 'before'>,
  fact: Fact | null,
): ActionCell {
  return { area: row.area, level: toLevel(row), change: moveOf(row, view), fact };
}

function moveOf(
  { subject, area }: AssessmentRowOf,
  { now, before }: Pick<YearView, 'now' | 'before'>,
): LevelMove | null {
  const parts = before?.parts(subject, area);
  if (!before || !parts) return null;
  const { class: name, points } = levelChange({
    from: { methodVersion: before.methodVersion, parts },
    to: { methodVersion: now.methodVersion, parts: now.parts(subject, area) ?? [] },
  });
  return { class: name, points: exactText(points) };
}

/** An indicator in an area. A context indicator is never judged: instead of a level, its figures are shown. */
export function indicatorCell(
  area: string,
  kind: IndicatorKind,
  row: AssessmentRowOf | undefined,
  series: readonly SeriesPoint[],
): IndicatorCell {
  const nothing = { level: null, progress: null, expectedShare: null, expectedValue: null };
  if (row) {
    const level = isContext(row) ? null : toLevel(row);
    return { ...nothing, ...row.detail, ...row, level, flags: flagsOf(row) };
  }
  const { status, latest } = withoutPlan(series, 'NO_TARGET');
  return {
    ...nothing,
    area,
    status: kind === 'NUMERIC' ? status : null,
    latestYear: latest?.year ?? null,
    latestValue: latest?.value ?? null,
    flags: latest === null ? [] : markFlags(latest),
  };
}

/** For a number the flags of its pace, for anything else those of its level. */
export function flagsOf({ status, detail }: AssessmentRowOf): string[] {
  return (status === null ? detail.flags : detail.paceFlags) ?? [];
}
