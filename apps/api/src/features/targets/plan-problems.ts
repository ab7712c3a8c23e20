import { checkTargetPlan, decimalText, isYear } from '@qadam/domain';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { ProposeTargetInput } from './target.input.ts';

/** Why a proposed plan cannot be followed or judged; `field` names the input's own field. */
export function planProblems(input: ProposeTargetInput, indicator: DeskIndicator): Problem[] {
  const baselineYear = input.baselineYear ?? null;
  const baselineValue = input.baselineValue ?? null;
  const last = input.points.length - 1;
  const target = input.points[last];
  if (target === undefined) return [problem('TARGET_REQUIRED', 'points')];
  if (baselineYear === null && baselineValue !== null) {
    return [problem('BASELINE_INCOMPLETE', 'baselineYear')];
  }
  if (baselineYear !== null && baselineValue === null) {
    return [problem('BASELINE_INCOMPLETE', 'baselineValue')];
  }
  const far = input.points.findIndex(({ year }) => !isYear(year));
  if (far >= 0) return [problem('YEAR_OUT_OF_RANGE', `points.${far}.year`)];
  if (input.tolerance?.startsWith('-')) return [problem('BELOW_MIN', 'tolerance')];

  const baseline =
    baselineYear === null || baselineValue === null
      ? null
      : { year: baselineYear, value: baselineValue };
  return checkTargetPlan({
    indicator: { ...indicator, integer: indicator.whole },
    baseline,
    target,
    points: input.points.slice(0, last),
    path: input.path,
    maintain: baseline !== null && isBest(baseline.value, indicator),
    rationale: input.rationale,
  }).map(({ code, field, params }) => problem(code, ownField(field, last), params));
}

/** What cannot get better can only be kept. */
function isBest(value: string, { direction, min, max }: DeskIndicator): boolean {
  const best = direction === 'INCREASE' ? max : direction === 'DECREASE' ? min : null;
  return best !== null && decimalText(value) === decimalText(best);
}

/** The rule calls the last point the target. */
function ownField(field: string, last: number): string {
  return field.startsWith('indicator.')
    ? 'indicator'
    : field.replace(/^target\./, `points.${last}.`);
}
