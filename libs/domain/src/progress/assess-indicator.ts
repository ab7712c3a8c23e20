import type {
  AssessIndicatorInput,
  AssessmentFlag,
  IndicatorAssessment,
} from './assess-indicator.types.ts';
import { dataFlags } from './assessment-flags.ts';
import { figure, sortedFlags } from '../values/figure.ts';
import { judge } from './judge.ts';
import { endsHidden, keepObservations, shownPoints } from './observed-series.ts';
import { DEFAULT_THRESHOLDS } from './pace-status.ts';
import { readPlan } from './plan.ts';

/**
 * The pace of one number in one country: how far it has moved since the baseline, compared with
 * how far it should have moved by the year of the latest observation (never today's date, so that late
 * reporting is not punished as slow progress).
 *
 *   p = (x − b)/(T − b)    e = (E(t) − b)/(T − b)    r = p/e
 *
 * p and r are compared at 6 decimals; printed shares, paces and values have 4, half away from zero.
 * A law or a yes/no question has no pace: BY_LEVEL, all numbers null. Else the first match of the decision order:
 * no target or an impossible one; latest value hidden (all numbers null, no fall-back to an older one); no data; then
 * `judge`. Callers must not pass observations with status V, which are not published. Throws only for text that is no number.
 *
 * Source: methods.md 1.2, thresholds of Eurostat.
 */
export function assessIndicator(input: AssessIndicatorInput): IndicatorAssessment {
  if ((input.kind ?? 'NUMERIC') !== 'NUMERIC') return unassessed('BY_LEVEL');
  const plan = readPlan(input);
  if (typeof plan === 'string') return unassessed(plan);
  const { asOf } = input;
  const from = plan.baselineYear ?? -Infinity;
  const kept = keepObservations(input.observations, (year) => from <= year && year <= asOf);
  if (endsHidden(kept)) return unassessed('SUPPRESSED');
  const shown = shownPoints(kept);
  const latest = shown.at(-1);
  if (latest === undefined) return unassessed('NO_DATA');
  const verdict = judge(plan, latest, input.breaks ?? [], input.thresholds ?? DEFAULT_THRESHOLDS);
  return {
    status: verdict.status,
    progress: figure(verdict.progress),
    pace: figure(verdict.pace),
    expectedShare: figure(verdict.expected?.share ?? null),
    expectedValue: figure(verdict.expected?.value ?? null),
    latestYear: latest.year,
    latestValue: figure(latest.value),
    flags: sortedFlags<AssessmentFlag>([...dataFlags(plan, shown, latest, asOf), ...verdict.flags]),
  };
}

function unassessed(status: IndicatorAssessment['status']): IndicatorAssessment {
  return {
    status,
    progress: null,
    pace: null,
    expectedShare: null,
    expectedValue: null,
    latestYear: null,
    latestValue: null,
    flags: [],
  };
}
