import { dec, Decimal, type Numeric, round, settle } from '../values/decimal.ts';
import { asGiven, decimalOrNull, figure, type Maybe } from '../values/figure.ts';
import type { RateKind } from './compute-rate.ts';
import { isEstimated, type ObservationStatus } from './obs-status.ts';

export const BENCHMARK_SENSES = ['AT_LEAST', 'AT_MOST'] as const;
export type BenchmarkSense = (typeof BENCHMARK_SENSES)[number];

interface Benchmark {
  value?: Maybe<Numeric>;
  /** The number after "per", as the source writes it: 7,500 in "one per 7,500". 100 for a SHARE when absent. */
  per?: Maybe<Numeric>;
  /** RATE when absent. */
  kind?: Maybe<RateKind>;
  /** AT_LEAST when absent. */
  sense?: Maybe<BenchmarkSense>;
}

export interface BenchmarkGapInput {
  benchmark?: Maybe<Benchmark>;
  /** For a RATE the people, for a SHARE the whole (all districts, all centres). */
  population?: Maybe<{
    value?: Maybe<Numeric>;
    year?: Maybe<number>;
    status?: Maybe<ObservationStatus>;
  }>;
  /** What was reported: the number of units, or only a rate per so many people. */
  reported?: Maybe<{
    units?: Maybe<Numeric>;
    rate?: Maybe<Numeric>;
    /** Per how many people the rate is; as in the benchmark when absent. */
    per?: Maybe<Numeric>;
    year?: Maybe<number>;
    status?: Maybe<ObservationStatus>;
  }>;
  /** Decimals of the unit: 0 for places and centres, 1 for full-time posts. 0 when absent. */
  decimals?: Maybe<number>;
}

type BenchmarkReason =
  | 'INVALID_BENCHMARK'
  | 'INVALID_POPULATION'
  | 'NO_BENCHMARK'
  | 'NO_DATA'
  | 'NO_POPULATION'
  | 'NUMERATOR_EXCEEDS_DENOMINATOR'
  | 'POPULATION_OUTDATED'
  | 'SUPPRESSED';

interface BenchmarkGap {
  needed: number | null;
  reported: number | null;
  shortBy: number | null;
  /** Reported over needed. */
  share: number | null;
  met: boolean | null;
  /** Print ≈: the population is estimated, or the units derive from a rate. */
  approximate: boolean;
  /** Why there is no answer; null when there is one. */
  reason: BenchmarkReason | null;
  flags: ('DERIVED_FROM_RATE' | 'POPULATION_YEAR_DIFFERS')[];
}

const OLDEST_POPULATION_YEARS = 5;

/**
 * How many units a benchmark requires, and how many are short:
 *
 *   needed = ⌈value·population/per⌉ (AT_MOST ⌊…⌋), shortBy = max(0, needed − reported)
 *
 * rounded to `decimals` of the unit, share = reported/needed with 4 decimals, half away from zero.
 * The first reason found ends the work; what was computed before stays. If the population is hidden, the
 * need is not given either; if the report is hidden, the need still is. A benchmark is never a target and never scored.
 *
 * Source: methods.md 1.8.
 */
export function benchmarkGap(input: BenchmarkGapInput): BenchmarkGap {
  const { population, reported } = input;
  const decimals = input.decimals ?? 0;
  const benchmark = readBenchmark(input.benchmark);
  if (typeof benchmark === 'string') return noGap(benchmark);
  if (population?.status === 'Q') return noGap('SUPPRESSED');

  const hidden = reported?.status === 'Q';
  const units = hidden ? null : decimalOrNull(reported?.units);
  const people = decimalOrNull(population?.value);
  const years = Math.abs((population?.year ?? NaN) - (reported?.year ?? NaN));
  const soFar = { ...noGap(null), reported: units && asGiven(units) };
  if (people === null) return { ...soFar, reason: 'NO_POPULATION' };
  if (people.lessThanOrEqualTo(0)) return { ...soFar, reason: 'INVALID_POPULATION' };
  if (years > OLDEST_POPULATION_YEARS) return { ...soFar, reason: 'POPULATION_OUTDATED' };
  if (years > 0) soFar.flags.push('POPULATION_YEAR_DIFFERS');
  soFar.approximate = isEstimated(population?.status);

  const needed = roundedNeed(benchmark, people, decimals);
  soFar.needed = asGiven(needed);
  if (hidden) return { ...soFar, reason: 'SUPPRESSED' };
  const have = units ?? fromRate(input, benchmark, people, decimals);
  if (have === null) return { ...soFar, reason: 'NO_DATA' };
  if (units === null) {
    soFar.flags.unshift('DERIVED_FROM_RATE');
    soFar.approximate = true;
  }
  soFar.reported = asGiven(have);
  if (benchmark.kind === 'SHARE' && have.greaterThan(people)) {
    return { ...soFar, reason: 'NUMERATOR_EXCEEDS_DENOMINATOR' };
  }
  const gap = benchmark.atMost ? have.minus(needed) : needed.minus(have);
  const shortBy = Decimal.max(0, gap);
  const share = needed.isZero() ? null : figure(have.div(needed));
  return { ...soFar, shortBy: figure(shortBy), share, met: shortBy.isZero() };
}

interface ReadBenchmark {
  value: Decimal;
  per: Decimal;
  kind: RateKind;
  atMost: boolean;
}

function readBenchmark(
  benchmark: BenchmarkGapInput['benchmark'],
): ReadBenchmark | 'NO_BENCHMARK' | 'INVALID_BENCHMARK' {
  const value = decimalOrNull(benchmark?.value);
  if (value === null) return 'NO_BENCHMARK';
  const kind = benchmark?.kind ?? 'RATE';
  const per = decimalOrNull(benchmark?.per) ?? dec(kind === 'SHARE' ? 100 : 0);
  if (value.lessThan(0) || per.lessThanOrEqualTo(0)) return 'INVALID_BENCHMARK';
  if (kind === 'SHARE' && value.greaterThan(per)) return 'INVALID_BENCHMARK';
  return { value, per, kind, atMost: benchmark?.sense === 'AT_MOST' };
}

// Settled before rounding: an error in the last digit must not round up a need that is exactly whole.
function roundedNeed(
  { value, per, atMost }: ReadBenchmark,
  people: Decimal,
  decimals: number,
): Decimal {
  const need = settle(value.times(people).div(per));
  return need.toDecimalPlaces(decimals, atMost ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL);
}

function fromRate(
  { reported }: BenchmarkGapInput,
  benchmark: ReadBenchmark,
  people: Decimal,
  decimals: number,
): Decimal | null {
  const rate = decimalOrNull(reported?.rate);
  const per = decimalOrNull(reported?.per) ?? benchmark.per;
  if (rate === null || per.lessThanOrEqualTo(0)) return null;
  return round(settle(rate.times(people).div(per)), decimals);
}

function noGap(reason: BenchmarkReason | null): BenchmarkGap {
  const nothing = { needed: null, reported: null, shortBy: null, share: null, met: null };
  return { ...nothing, approximate: false, reason, flags: [] };
}
