import { levelChange, markFlags, withoutPlan } from '@qadam/domain';
import type { IndicatorKind } from '../../graphql/enums.ts';
import { exactText } from '../../assessments/assessment-row.ts';
import type { ActionCell, Fact, IndicatorCell, LevelMove } from './progress.type.ts';
import { isContext, toLevel } from './levels.ts';
import type { AssessmentRowOf, PointRow } from './public-rows.ts';
import type { YearView } from './year-view.ts';

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
  series: readonly PointRow[],
): IndicatorCell {
  if (row) {
    const { status, progress, latestYear, latestValue, detail } = row;
    const due = detail as { expectedShare?: string | null; expectedValue?: string | null };
    return {
      area,
      status,
      level: isContext(row) ? null : toLevel(row),
      progress,
      latestYear,
      latestValue,
      expectedShare: due.expectedShare ?? null,
      expectedValue: due.expectedValue ?? null,
      flags: flagsOf(row),
    };
  }
  const { status, latest } = withoutPlan(series, 'NO_TARGET');
  return {
    area,
    status: kind === 'NUMERIC' ? status : null,
    level: null,
    progress: null,
    latestYear: latest?.year ?? null,
    latestValue: latest?.value ?? null,
    expectedShare: null,
    expectedValue: null,
    flags: latest === null ? [] : markFlags(latest),
  };
}

/** Of a number those of its pace, of anything else those of its level. */
export function flagsOf({ status, detail }: AssessmentRowOf): string[] {
  return detail[status === null ? 'flags' : 'paceFlags'] as string[];
}
