import { Decimal, dec } from '../values/decimal.ts';
import { escapClass, eurostatClass, sdsnClass, unsdClass } from './comparator-classes.ts';
import type { Comparators, ComparatorsInput } from './comparators.types.ts';
import { compoundGrowth } from './compound-growth.ts';
import { figure } from '../values/figure.ts';
import { type Goal, meets, shareTravelled } from './target.ts';

/**
 * What other bodies' published formulas say of the same facts: "after Eurostat / UNSD / ESCAP / SDSN".
 * For the reader who knows them; never a status of ours. Undefined where a formula divides by zero or
 * takes a root of nothing, as growth rates do with zero or negative values.
 *
 *   ESCAP  CSI = 10·p, 10 when met;  gap = |T − x̂|/|T − b|·100, x̂ on the line from baseline to latest
 *   SDSN   the linear pace p·(tT − t0)/(t − t0)
 *
 * Source: methods-first.md 1.1.
 */
export function comparators(input: ComparatorsInput): Comparators {
  const b = dec(input.baselineValue);
  const x = dec(input.latestValue);
  const goal = goalOf(input);
  const met = meets(goal, x);
  const elapsed = input.latestYear - input.baselineYear;
  const years = input.targetYear - input.baselineYear;
  const comparable = elapsed > 0 && years > 0;
  const p = goal.value.equals(b) ? null : shareTravelled(goal, b, x);
  const pace = p !== null && comparable ? p.times(years).div(elapsed) : null;
  const gap = pace === null ? null : gapPercent(goal, b, x.minus(b).times(years).div(elapsed));
  const sign = goal.value.lessThan(b) ? -1 : 1;
  const facts = { baseline: b, target: goal.value, latest: x, sign } as const;
  const growth = comparable
    ? compoundGrowth({ ...facts, yearsElapsed: elapsed, yearsInAll: years })
    : null;
  return {
    linearPace: figure(pace, 6),
    cagrActual: figure(growth?.actual ?? null, 6),
    cagrRequired: figure(growth?.required ?? null, 6),
    eurostatRatio: figure(growth?.ratio ?? null, 6),
    unsdExpectedAtTargetYear: figure(growth?.atTargetYear ?? null),
    unsdRatio: figure(growth?.reachedShare ?? null, 6),
    eurostat: eurostatClass(growth?.ratio ?? null),
    unsd: unsdClass(growth?.reachedShare ?? null, met),
    escapCSI: figure(p === null ? null : Decimal.min(p.times(10), 10)),
    escapGapLinearPct: figure(gap),
    escap: escapClass(gap, met),
    sdsn: sdsnClass(pace, met),
  };
}

/** Negative once the line passes the target in the wanted direction; TOWARDS cannot pass it. */
function gapPercent(goal: Goal, b: Decimal, change: Decimal): Decimal {
  const way = goal.value.minus(b);
  const left = way.minus(change);
  const share = goal.direction === 'TOWARDS' ? left.div(way).abs() : left.div(way);
  return share.times(100);
}

function goalOf({ direction, targetValue, tolerance }: ComparatorsInput): Goal {
  return { direction, value: dec(targetValue), tolerance: dec(tolerance ?? 0) };
}
