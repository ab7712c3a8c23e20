import { type Decimal, dec } from '../values/decimal.ts';
import { clamp, decimalOrNull, figure, sortedFlags } from '../values/figure.ts';
import { assessLaw } from './assess-law.ts';
import type {
  AssessLevelInput,
  LevelAssessment,
  LevelFlag,
  LevelReason,
} from './assess-level.types.ts';
import { STALE_AFTER_YEARS } from './assessment-flags.ts';
import { asPoints, stepOf } from './movement.ts';
import { isEstimated } from './obs-status.ts';
import { type Point, endsHidden, keepObservations, shownPoints } from './observed-series.ts';
import { type WantedDirection, meets, shareTravelled, wantedDirection } from './target.ts';

/** The value from which the movement since the meeting is counted may be at most this many years older than the meeting. */
const YEARS_BEFORE = 3;

/**
 * How far an indicator is, never how fast, and which way it moved since the meeting.
 *
 * A law (MILESTONE) has elements, each on a ladder of stages, and a stage holds until a later fact changes it:
 * level = Σ stage / (stages · known elements). A yes or no (BINARY) is 1 or 0. A number is 1 where it meets
 * its target; if it is to rise from a natural floor it is measured from that floor, else by the way since the
 * baseline, cut to 0 … 1. `low` and `high` are the range that the unknown parts leave open.
 *
 * Shares have 4 decimals, points 1, half away from zero. If the newest value is hidden, the result is SUPPRESSED:
 * no older value takes its place. Throws only for text that is no number.
 *
 * Source: methods.md 1.4.
 */
export function assessLevel(input: AssessLevelInput): LevelAssessment {
  if (input.kind === 'MILESTONE') return assessLaw(input);
  const direction = wantedDirection(input.kind ?? 'NUMERIC', input.direction ?? null);
  if (direction === null) return without('NO_DIRECTION');
  const kept = keepObservations(input.observations ?? [], (year) => year <= input.asOf);
  if (endsHidden(kept)) return without('SUPPRESSED');
  const now = shownPoints(kept).at(-1);
  if (now === undefined) return without('NO_DATA');

  const { since, breaks } = input;
  const before = kept.findLast(({ year }) => since - YEARS_BEFORE <= year && year <= since);
  const then = before === undefined ? undefined : shownPoints([before])[0];
  const comparable =
    then !== undefined &&
    now.year > since &&
    !(breaks ?? []).some((year) => then.year < year && year <= now.year);
  const level = levelAt(input, direction, now);
  const earlier = comparable ? levelAt(input, direction, then) : null;
  const difference = comparable ? advance(input, direction, then.value, now.value) : null;
  const flags = flagsOf(now, input.asOf);
  const moved = {
    movement: difference === null ? ('UNKNOWN' as const) : stepOf(difference),
    points:
      typeof level === 'string' || earlier === null || typeof earlier === 'string'
        ? null
        : figure(asPoints(level.minus(earlier)), 1),
  };
  if (typeof level === 'string') return { ...without(level), ...moved, flags };
  const share = figure(level);
  return {
    level: share,
    low: share,
    high: share,
    known: 1,
    total: 1,
    ...moved,
    reason: null,
    flags,
  };
}

/** The unrounded level of a value, or the reason why it has none. */
function levelAt(
  input: AssessLevelInput,
  direction: WantedDirection,
  { year, value }: Point,
): Decimal | LevelReason {
  const isBinary = input.kind === 'BINARY';
  const target = decimalOrNull(input.targetValue) ?? (isBinary ? dec(1) : null);
  if (target === null) return 'NO_TARGET';
  const goal = { direction, value: target, tolerance: decimalOrNull(input.tolerance) ?? dec(0) };
  if (meets(goal, value)) return dec(1);
  if (isBinary) return dec(0);
  const floor = decimalOrNull(input.min);
  if (direction === 'INCREASE' && floor?.lessThan(target)) {
    return clamp(value.minus(floor).div(target.minus(floor)), 0, 1);
  }
  const baseline = decimalOrNull(input.baselineValue);
  const baselineYear = input.baselineYear ?? null;
  if (baseline === null || baselineYear === null) return 'NO_BASELINE';
  if (year <= baselineYear) return 'BASELINE_ONLY';
  if ((input.breaks ?? []).some((c) => baselineYear < c && c <= year)) return 'BREAK';
  if (meets(goal, baseline)) return dec(0);
  return clamp(shareTravelled(goal, baseline, value), 0, 1);
}

/** By how much the value moved in the wanted direction; null if a value is aimed at (TOWARDS) and there is no target. */
function advance(
  { targetValue }: AssessLevelInput,
  direction: WantedDirection,
  then: Decimal,
  now: Decimal,
): Decimal | null {
  if (direction === 'INCREASE') return now.minus(then);
  if (direction === 'DECREASE') return then.minus(now);
  const target = decimalOrNull(targetValue);
  return target === null ? null : target.minus(then).abs().minus(target.minus(now).abs());
}

function flagsOf({ year, status }: Point, asOf: number): LevelFlag[] {
  const flags: LevelFlag[] = [];
  if (asOf - year > STALE_AFTER_YEARS) flags.push('STALE');
  if (isEstimated(status)) flags.push('ESTIMATED');
  if (status === 'P') flags.push('PROVISIONAL');
  return sortedFlags(flags);
}

function without(reason: LevelReason): LevelAssessment {
  return {
    level: null,
    low: 0,
    high: 1,
    known: 0,
    total: 1,
    movement: 'UNKNOWN',
    points: null,
    reason,
    flags: [],
  };
}
