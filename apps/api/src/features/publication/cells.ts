import { markFlags, STATUSES_SORTED, statusChange, withoutPlan } from '@qadam/domain';
import type { Status } from '../../graphql/enums.ts';
import type { ActionCell, Coverage, StatusCount, StatusMove } from './action-cell.type.ts';
import type { YearView } from './year-view.ts';
import type { IndicatorCell } from './indicator-cell.type.ts';
import type { AssessmentRowOf, Before, PointRow } from './public-rows.ts';

interface ActionDetail {
  score: string | null;
  counts: Partial<Record<Status, number>>;
  coverage: Coverage;
}

export function actionCell(
  row: AssessmentRowOf,
  methodVersion: string,
  { before, history }: Pick<YearView, 'before' | 'history'>,
): ActionCell {
  const { score, counts, coverage } = row.detail as unknown as ActionDetail;
  const { area, status } = row;
  return {
    area,
    status,
    score,
    coverage,
    counts: countList(counts),
    move: moveOf(row, methodVersion, before),
    get history() {
      return history(row.subject, area);
    },
  };
}

function moveOf(
  { subject, area, status }: AssessmentRowOf,
  methodVersion: string,
  before: Before | null,
): StatusMove | null {
  if (before === null) return null;
  const earlier = before.rows.find((row) => row.subject === subject && row.area === area);
  const from = earlier?.status ?? null;
  const change = statusChange({ from, to: status });
  // Under other rules up and down mean nothing (methods.md 1.11).
  const isMove = change.class === 'STATUS_UP' || change.class === 'STATUS_DOWN';
  if (isMove && before.methodVersion !== methodVersion)
    return { class: 'STATUS_CHANGED', from, steps: null, fromCentral: null };
  return {
    class: change.class,
    from: from === 'SUPPRESSED' || status === 'SUPPRESSED' ? null : from,
    steps: change.steps,
    fromCentral: before.methodVersion === methodVersion ? (earlier?.central ?? null) : null,
  };
}

/** In the order of legends, zeros left out. */
function countList(counts: Partial<Record<Status, number>>): StatusCount[] {
  return STATUSES_SORTED.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [{ status, count }] : [];
  });
}

export function countStatuses(statuses: readonly Status[]): StatusCount[] {
  const counts: Partial<Record<Status, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return countList(counts);
}

/** An indicator in an area. Context is never judged: it has no target, and what is known of it is shown. */
export function indicatorCell(
  area: string,
  row: AssessmentRowOf | undefined,
  series: readonly PointRow[],
): IndicatorCell {
  if (row) {
    const { status, progress, latestYear, latestValue, detail } = row;
    const due = detail as { expectedShare?: string | null; expectedValue?: string | null };
    return {
      area,
      status,
      progress,
      latestYear,
      latestValue,
      expectedShare: due.expectedShare ?? null,
      expectedValue: due.expectedValue ?? null,
      flags: detail['flags'] as string[],
    };
  }
  const { status, latest } = withoutPlan(series, 'NO_TARGET');
  return {
    area,
    status,
    progress: null,
    latestYear: latest?.year ?? null,
    latestValue: latest?.value ?? null,
    expectedShare: null,
    expectedValue: null,
    flags: latest === null ? [] : markFlags(latest),
  };
}
