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
import { exactText } from '../../assessments/assessment-row.ts';
import type { YearView } from './year-view.ts';

export interface LevelDetail {
  reason: string | null;
  flags: string[];
  /** Of an action, which is rounded by its own rule. */
  percent?: { level: number | null; low: number; high: number };
}

const percentOf = (share: Numeric): number => wholePercent(dec(share));

type LevelRow = Pick<
  AssessmentRowOf,
  'word' | 'level' | 'low' | 'high' | 'known' | 'total' | 'movement' | 'points'
>;

/** In whole percent: of an action as its own rule has rounded it. */
export function levelIn(
  { word, level, low, high, known, total, movement, points }: LevelRow,
  percent: LevelDetail['percent'] | null,
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

/** How far an indicator or an action is, with why. */
export function toLevel(row: AssessmentRowOf): Level {
  const { reason, flags, percent } = row.detail as unknown as LevelDetail;
  return { ...levelIn(row, percent), flags, reason };
}

/** Context has no level: its figures are shown, and it is never judged. */
export function isContext(row: AssessmentRowOf): boolean {
  return row.detail['reason'] === 'CONTEXT';
}

/** An action in an area: how far it is, what changed since the release or the year before, and what is known of it. */
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

/** An indicator in an area. Context is never judged: it has no level, and what is known of it is shown. */
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

/** Of a number those of its pace, of anything else those of its level. */
export function flagsOf({ status, detail }: AssessmentRowOf): string[] {
  return detail[status === null ? 'flags' : 'paceFlags'] as string[];
}
