import { dec, type Numeric } from '../values/decimal.ts';
import { countCandidates, halfUnit, type CountCandidates } from './count-candidates.ts';

export interface ProgressDisclosureInput {
  readonly baselineValue: Numeric;
  readonly targetValue: Numeric;
  /** As printed or drawn: (count − baseline) / (target − baseline) × 100, to `decimals`. */
  readonly progressPercent: Numeric;
  readonly decimals: number;
  readonly threshold: number;
}

/**
 * Which counts a printed progress may stand for, as baseline and target are public: those within half
 * a unit of its last decimal. Disclosive if all of them are small; then the status is SUPPRESSED, with no
 * bar, pace or colour. With baseline 0 and target 8, a bar at 25 % is 2. Source: methods.md 2.5, Progress.
 * @public
 */
export function progressDisclosure(input: ProgressDisclosureInput): CountCandidates {
  const baseline = dec(input.baselineValue);
  const perPercent = dec(input.targetValue).minus(baseline).div(100);
  const percent = dec(input.progressPercent);
  const half = halfUnit(input.decimals);
  return countCandidates(
    baseline.plus(percent.minus(half).times(perPercent)),
    baseline.plus(percent.plus(half).times(perPercent)),
    input.threshold,
  );
}
