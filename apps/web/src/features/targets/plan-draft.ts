import { checkTargetPlan, decimalText, parseNumber } from '@qadam/domain';
import { paramsOf, type Problem } from '../../desk/problem-text.ts';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';

export interface PointDraft {
  year: string;
  value: string;
}

/** A plan as it is typed. */
export interface PlanDraft {
  baseline: PointDraft;
  target: PointDraft;
  /** Milestone years on the way. */
  points: readonly PointDraft[];
  path: TargetPlanFragment['path'];
  tolerance: string;
  rationale: string;
}

export interface Point {
  year: number;
  value: string;
}

/** A plan as far as it can be read: this is drawn, and proposed. */
export interface ReadPlan {
  baseline: Point | null;
  target: Point | null;
  points: readonly Point[];
  tolerance: string | null;
  /** Fields that cannot be read. */
  unreadable: readonly string[];
}

const empty: PointDraft = { year: '', value: '' };

export function draftOf(row: TargetRowFragment, mark: DecimalMark): PlanDraft {
  const plan = row.plans[0];
  const point = (year: number | null, value: string | null): PointDraft =>
    year === null ? empty : { year: String(year), value: typed(value, mark) };
  const points = (plan?.points ?? []).map(({ year, value }) => point(year, value));
  return {
    baseline: plan ? point(plan.baselineYear, plan.baselineValue) : empty,
    target: points.at(-1) ?? empty,
    points: points.slice(0, -1),
    path: plan?.path ?? 'LINEAR',
    tolerance: plan && plan.tolerance !== '0' ? typed(plan.tolerance, mark) : '',
    rationale: '',
  };
}

/** Returns a reader for figures of a draft. It adds the names of fields that it cannot read to `unreadable`. */
export const figureReader =
  (unreadable: string[], unit: string, decimal: DecimalMark) =>
  (text: string, field: string): string | null => {
    const { value, error, missing } = parseNumber({ text, decimal, integer: false, unit });
    if (error !== null || (missing !== null && missing !== 'BLANK')) unreadable.push(field);
    return value === null ? null : decimalText(value);
  };

export function readPlan(draft: PlanDraft, unit: string, mark: DecimalMark): ReadPlan {
  const unreadable: string[] = [];
  const figure = figureReader(unreadable, unit, mark);
  const point = ({ year, value }: PointDraft, field: string): Point | null => {
    const figureValue = figure(value, `${field}.value`);
    if (year.trim() !== '' && !/^\d{4}$/.test(year.trim())) unreadable.push(`${field}.year`);
    else if (year.trim() !== '' && figureValue !== null) {
      return { year: Number(year), value: figureValue };
    }
    return null;
  };
  return {
    baseline: point(draft.baseline, 'baseline'),
    target: point(draft.target, 'target'),
    points: draft.points.flatMap((one, index) => point(one, `points.${index}`) ?? []),
    tolerance: figure(draft.tolerance, 'tolerance'),
    unreadable,
  };
}

/** A plan as the API takes it, with the version that was on the page. */
export const planInput = (
  row: TargetRowFragment,
  { baseline, points, target }: ReadPlan & { target: Point },
  path: PlanDraft['path'],
) => ({
  expectedVersion: Math.max(0, ...row.plans.map(({ version }) => version)),
  baselineYear: baseline?.year ?? null,
  baselineValue: baseline?.value ?? null,
  path,
  points: [...points, target],
});

/** The problems that the domain finds while typing. Only the server decides about a target that equals its baseline. */
export function planDraftProblems(
  { baseline, target, points }: ReadPlan,
  row: TargetRowFragment,
  draft: PlanDraft,
): Problem[] {
  if (target === null) return [];
  const { kind, direction, min, max, step, whole: integer, decimals, unit } = row;
  return checkTargetPlan({
    indicator: { kind, direction, min, max, step, integer, decimals, unit },
    baseline,
    target,
    points,
    path: draft.path,
    rationale: draft.rationale,
  })
    .filter(({ code }) => code !== 'TARGET_EQUALS_BASELINE' && code !== 'RATIONALE_REQUIRED')
    .map(({ code, params }) => ({ code, params: paramsOf(params) }));
}
