import { checkTargetPlan, decimalText, isYear } from '@qadam/domain';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { ProposeTargetInput } from './targets.type.ts';

/** Why a proposed plan cannot be followed or judged; `field` names the input's own field. */
export function planProblems(input: ProposeTargetInput, indicator: DeskIndicator): Problem[] {
  const { baselineYear = null, baselineValue = null, points, path, tolerance, rationale } = input;
  const last = points.length - 1;
  const target = points[last];
  if (target === undefined) return [problem('TARGET_REQUIRED', 'points')];
  const baseline =
    baselineYear === null || baselineValue === null
      ? null
      : { year: baselineYear, value: baselineValue };
  const missing = baselineYear === null ? 'baselineYear' : 'baselineValue';
  if (baseline === null && (baselineYear ?? baselineValue) !== null)
    return [problem('BASELINE_INCOMPLETE', missing)];
  const far = points.findIndex(({ year }) => !isYear(year));
  if (far >= 0) return [problem('YEAR_OUT_OF_RANGE', `points.${far}.year`)];
  if (tolerance?.startsWith('-')) return [problem('BELOW_MIN', 'tolerance', { value: tolerance })];
  return checkTargetPlan({
    indicator: { ...indicator, integer: indicator.whole },
    baseline,
    target,
    points: points.slice(0, last),
    path,
    maintain: baseline !== null && isBest(baseline.value, indicator),
    rationale,
  }).map(({ code, field, params }) => problem(code, ownField(field, last), params));
}

/** Is the value the best possible one, which can only be maintained? */
function isBest(value: string, { direction, min, max }: DeskIndicator): boolean {
  const best = direction === 'INCREASE' ? max : direction === 'DECREASE' ? min : null;
  return best !== null && decimalText(value) === decimalText(best);
}

/** The field of the input for a field of the rule, which calls the last point the target. */
function ownField(field: string, last: number): string {
  return field.startsWith('indicator.')
    ? 'indicator'
    : field.replace(/^target\./, `points.${last}.`);
}
