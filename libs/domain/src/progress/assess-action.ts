import { Decimal, type Numeric, dec } from '../values/decimal.ts';
import { type Maybe, clamp, countBy, decimalOrNull, figure } from '../values/figure.ts';
import { paceStatus } from './pace-status.ts';
import { type ActionStatus, type IndicatorStatus, isAssessed } from './status.ts';

/** The part of an indicator's assessment that its action is made of. */
export interface AssessedIndicator {
  status: IndicatorStatus;
  pace?: Maybe<Numeric>;
  progress?: Maybe<Numeric>;
}

export interface AssessActionInput {
  indicators: readonly AssessedIndicator[];
}

export interface ActionAssessment {
  status: ActionStatus;
  /** Mean of the scores, −1 … 1. */
  score: number | null;
  /** Mean of the progress of assessed indicators, each cut to 0 … 1. */
  meanProgress: number | null;
  assessed: number;
  total: number;
  /** Always printed beside the word: the mean hides the one that moved away. */
  counts: Partial<Record<IndicatorStatus, number>>;
}

/**
 * An action from its indicators: score = plain mean of their paces, each cut to −1 … 1; ACHIEVED
 * counts 1, a law not yet due nothing. Less than half assessed: INSUFFICIENT_DATA, no figure. With an
 * indicator REGRESSED or MISSED the action is at best DELAYED, whatever the mean.
 *
 * Score compared at 6 decimals, printed with 4, half away from zero. Source: methods-first.md 1.4.
 */
export function assessAction({ indicators }: AssessActionInput): ActionAssessment {
  const total = indicators.length;
  const assessed = indicators.filter(({ status }) => isAssessed(status));
  const counts = countBy(indicators.map(({ status }) => status));
  const base = { assessed: assessed.length, total, counts };
  if (total === 0) return { status: 'NO_INDICATORS', score: null, meanProgress: null, ...base };
  if (assessed.length * 2 < total) {
    return { status: 'INSUFFICIENT_DATA', score: null, meanProgress: null, ...base };
  }
  const score = mean(assessed.flatMap(scoreOf));
  const meanProgress = figure(mean(assessed.flatMap(shareOf)));
  const status = score === null ? 'PENDING' : wordFor(score, assessed, total);
  return { status, score: figure(score), meanProgress, ...base };
}

function wordFor(
  score: Decimal,
  assessed: readonly AssessedIndicator[],
  total: number,
): ActionStatus {
  if (assessed.every(({ status }) => status === 'ACHIEVED')) {
    return assessed.length === total ? 'ACHIEVED' : 'ON_TRACK';
  }
  const word = paceStatus(score);
  const lost = assessed.some(({ status }) => status === 'REGRESSED' || status === 'MISSED');
  return lost && word === 'ON_TRACK' ? 'DELAYED' : word;
}

function scoreOf({ status, pace }: AssessedIndicator): Decimal[] {
  if (status === 'PENDING') return [];
  if (status === 'ACHIEVED') return [dec(1)];
  const known = decimalOrNull(pace);
  if (known !== null) return [clamp(known, -1, 1)];
  return [dec(status === 'ON_TRACK' ? 1 : status === 'REGRESSED' ? -1 : 0)];
}

function shareOf({ progress }: AssessedIndicator): Decimal[] {
  const known = decimalOrNull(progress);
  return known === null ? [] : [clamp(known, 0, 1)];
}

function mean(values: readonly Decimal[]): Decimal | null {
  return values.length === 0 ? null : Decimal.sum(...values).div(values.length);
}
