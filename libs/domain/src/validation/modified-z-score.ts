import { type Maybe, figure } from '../values/figure.ts';
import { type Decimal, type Numeric, dec, settle } from '../values/decimal.ts';
import { type Outcome, present } from './outcome.ts';
import { deviations, mean, median } from './statistics.ts';

export interface HistoryInput {
  /** Earlier values of the cell, without the candidate. */
  history: readonly Maybe<Numeric>[];
  value?: Maybe<Numeric>;
}

export interface ModifiedZScore {
  result: Outcome;
  /** Null where the history does not vary, or is too short. */
  score: number | null;
  median?: number;
  mad?: number;
}

const MIN_HISTORY = 4;
const LIMIT = dec('3.5');

/**
 * How unusual a value is among the earlier ones, by medians, because one wrong value does not move these:
 *
 *   M = 0.6745·(x − median)/MAD                    MAD = median |xi − median|
 *   M = (x − median)/(1.253314·meanAD)             if MAD = 0
 *
 * WARN if |M| > 3.5; a constant history (meanAD = 0) warns of any other value. SKIP below four values.
 * 4 decimals, half away from zero. Source: Iglewicz & Hoaglin; methods.md 7.
 */
export function modifiedZScore({ history, value }: HistoryInput): ModifiedZScore {
  const values = present(history);
  if (value == null || values.length < MIN_HISTORY) return { result: 'SKIP', score: null };
  const centre = median(values);
  const distances = deviations(values, centre);
  const mad = median(distances);
  const away = dec(value).minus(centre);
  const score = scoreOf(away, mad, mean(distances));
  const unusual = score === null ? !away.isZero() : settle(score).abs().greaterThan(LIMIT);
  return {
    result: unusual ? 'WARN' : 'OK',
    score: figure(score),
    median: figure(centre),
    mad: figure(mad),
  };
}

function scoreOf(away: Decimal, mad: Decimal, meanDeviation: Decimal): Decimal | null {
  if (!mad.isZero()) return away.times('0.6745').div(mad);
  return meanDeviation.isZero() ? null : away.div(meanDeviation.times('1.253314'));
}
