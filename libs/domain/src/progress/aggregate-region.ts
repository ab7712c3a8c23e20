import { Decimal, type Numeric, dec, settle } from '../values/decimal.ts';
import { type Maybe, decimalOrNull, figure, sortedFlags } from '../values/figure.ts';
import { type ObservationStatus, isMissing } from './obs-status.ts';

export type RegionalMethod = 'SUM' | 'MEAN' | 'RATIO' | 'WEIGHTED_MEAN' | 'COUNT_YES';

export interface AreaValue {
  area: string;
  value?: Maybe<Numeric>;
  /** For RATIO. */
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
  status?: Maybe<ObservationStatus>;
}

export interface AggregateRegionInput {
  method: RegionalMethod;
  /** The countries that should report; values of any other area are ignored. */
  expectedAreas: readonly string[];
  values: readonly AreaValue[];
  /** For WEIGHTED_MEAN, by area. */
  weights?: Maybe<Readonly<Record<string, Maybe<Numeric>>>>;
  /** For RATIO: 100 for a percentage; 1 when absent. */
  multiplier?: Maybe<Numeric>;
}

export type RegionFlag =
  'CONTAINS_SUPPRESSED' | 'INCOMPLETE' | 'INSUFFICIENT_COVERAGE' | 'ZERO_DENOMINATOR';

export interface RegionalValue {
  value: number | null;
  reporting: number;
  expected: number;
  flags: RegionFlag[];
  /** WEIGHTED_MEAN only: weight of those reporting over the weight of all. */
  weightCoverage?: number | null;
}

/** What a country contributes: SUM, MEAN, COUNT_YES x/1; RATIO num/den; WEIGHTED_MEAN w·x/w. */
interface Share {
  top: Decimal;
  bottom: Decimal;
}

/**
 * Countries to region: SUM Σx of all countries or no total; MEAN Σx/n and RATIO Σnum/Σden·multiplier
 * of at least half of the countries; WEIGHTED_MEAN Σw·x/Σw of at least half of the weight; COUNT_YES,
 * the number of ones among those reporting. Zero is a value. A hidden country (Q) does not report,
 * which blocks SUM: the total less the others would reveal it.
 *
 * 4 decimals, half away from zero. Source: methods-first.md 1.5, MEAN after ESCAP.
 */
export function aggregateRegion(input: AggregateRegionInput): RegionalValue {
  const areas = new Set(input.expectedAreas);
  const values = input.values.filter(({ area }) => areas.has(area));
  const shares = values.flatMap((value) => shareOf(input, value));
  const top = Decimal.sum(0, ...shares.map((share) => share.top));
  const bottom = Decimal.sum(0, ...shares.map((share) => share.bottom));
  const coverage = coverageOf(input, areas, shares.length, bottom);

  const flags: RegionFlag[] = [];
  if (values.some(({ status }) => status === 'Q')) flags.push('CONTAINS_SUPPRESSED');
  if (shares.length < areas.size) flags.push('INCOMPLETE');
  const result = { reporting: shares.length, expected: areas.size };
  const finish = (value: Decimal | null): RegionalValue => ({
    value: figure(value),
    ...result,
    flags: sortedFlags(flags),
    ...(input.method === 'WEIGHTED_MEAN' ? { weightCoverage: figure(coverage) } : {}),
  });

  if (input.method === 'COUNT_YES') return finish(top);
  if (input.method === 'SUM') return finish(flags.length > 0 || areas.size === 0 ? null : top);
  if (coverage === null || settle(coverage).lessThan('0.5')) {
    flags.push('INSUFFICIENT_COVERAGE');
    return finish(null);
  }
  if (bottom.isZero()) {
    flags.push('ZERO_DENOMINATOR');
    return finish(null);
  }
  const multiplier = input.method === 'RATIO' ? dec(input.multiplier ?? 1) : dec(1);
  return finish(top.times(multiplier).div(bottom));
}

/** Empty for a country that does not report all the figure needs. */
function shareOf({ method, weights }: AggregateRegionInput, given: AreaValue): Share[] {
  if (given.status === 'Q' || isMissing(given.status)) return [];
  const top = decimalOrNull(method === 'RATIO' ? given.numerator : given.value);
  const bottom = decimalOrNull(
    method === 'RATIO' ? given.denominator : method === 'WEIGHTED_MEAN' ? weights?.[given.area] : 1,
  );
  if (top === null || bottom === null) return [];
  if (method === 'WEIGHTED_MEAN') return [{ top: top.times(bottom), bottom }];
  return [{ top: method === 'COUNT_YES' ? dec(top.equals(1) ? 1 : 0) : top, bottom }];
}

function coverageOf(
  { method, weights }: AggregateRegionInput,
  areas: ReadonlySet<string>,
  reporting: number,
  weight: Decimal,
): Decimal | null {
  if (method !== 'WEIGHTED_MEAN') return areas.size === 0 ? null : dec(reporting).div(areas.size);
  const all = Decimal.sum(0, ...[...areas].map((area) => dec(weights?.[area] ?? 0)));
  return all.isZero() ? null : weight.div(all);
}
