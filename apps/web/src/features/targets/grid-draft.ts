import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import { figureReader, type Point, type ReadPlan } from './plan-draft.ts';
import type { TargetGridQuery, TargetPlanFragment } from './target-desk.generated.ts';

export type GridArea = NonNullable<TargetGridQuery['targetGrid']>['areas'][number];

/** What is typed for one country: a text for each year. The first year with a text is the baseline, the last the target. */
export type RowDraft = Readonly<Record<number, string>>;
export type GridDraft = Readonly<Record<string, RowDraft>>;

const inForce = ({ row }: GridArea): TargetPlanFragment | undefined =>
  row.plans.find(({ state }) => state === 'CONFIRMED');

export const isWaiting = ({ row }: GridArea): boolean =>
  row.plans.some(({ state }) => state === 'PROPOSED');

export const pathOf = (area: GridArea): TargetPlanFragment['path'] =>
  inForce(area)?.path ?? 'LINEAR';

export function draftOfArea(area: GridArea, mark: DecimalMark): RowDraft {
  const plan = inForce(area);
  if (!plan) return {};
  const { baselineYear, baselineValue, points } = plan;
  const draft = Object.fromEntries(points.map(({ year, value }) => [year, typed(value, mark)]));
  return baselineYear === null || baselineValue === null
    ? draft
    : { ...draft, [baselineYear]: typed(baselineValue, mark) };
}

/** Is a row unchanged? A year without a text does not count. */
export function isAsBefore(draft: RowDraft, before: RowDraft): boolean {
  const written = (row: RowDraft) =>
    JSON.stringify(Object.entries(row).filter(([, text]) => text.trim() !== ''));
  return written(draft) === written(before);
}

/** The years of the table: those of any plan, those of the latest values, added ones, and always 2030. */
export function yearsOf(areas: readonly GridArea[], added: readonly number[]): number[] {
  const named = areas.flatMap((area) => [
    ...Object.keys(draftOfArea(area, '.')).map(Number),
    ...area.row.history.slice(-1).map(({ year }) => year),
  ]);
  return [...new Set([...named, ...added, 2030])].sort((a, b) => a - b);
}

export function readRow(draft: RowDraft, unit: string, mark: DecimalMark): ReadPlan {
  const unreadable: string[] = [];
  const figure = figureReader(unreadable, unit, mark);
  const read = Object.entries(draft).flatMap(([year, text]): Point[] => {
    const value = figure(text, year);
    return value === null ? [] : [{ year: Number(year), value }];
  });
  return {
    baseline: read.length > 1 ? (read[0] ?? null) : null,
    target: read.at(-1) ?? null,
    points: read.slice(1, -1),
    tolerance: null,
    unreadable,
  };
}
