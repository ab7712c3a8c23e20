import { STALE_AFTER_YEARS } from './assessment-flags.ts';
import { decimalOrNull } from '../values/figure.ts';
import { isEstimated } from './obs-status.ts';
import {
  type KeptObservation,
  type Point,
  endsHidden,
  keepObservations,
  shownPoints,
} from './observed-series.ts';
import type { ProjectInput, ProjectionFlag } from './project.types.ts';

const MIN_POINTS = 3;

/** The values from which a pace can be computed. */
export interface ComparableSeries {
  latest: Point;
  /** The recent values, oldest first. */
  used: readonly Point[];
  /** The year from which values follow today's definition; null without a break. */
  breakYear: number | null;
  /** How many values there are, including those before the break. */
  keptInAll: number;
  flags: ProjectionFlag[];
}

/** Why there is no such series, and what may still be shown. */
export interface NoSeries {
  reason: 'SUPPRESSED' | 'NO_DATA' | 'BREAK';
  latestYear: number | null;
  flags: ProjectionFlag[];
}

/** Steps 2 to 6 of methods.md 1.6: published values since the last break, the newest `window` years. */
export function comparableSeries(input: ProjectInput): ComparableSeries | NoSeries {
  const kept = withBaseline(
    keepObservations(input.observations, (year) => year <= input.asOf),
    input,
  );
  if (endsHidden(kept)) return none('SUPPRESSED', kept.at(-1)?.year ?? null);
  const shown = shownPoints(kept);
  if (shown.length === 0) return none('NO_DATA', null);

  const breaks = (input.breaks ?? []).filter((year) => year <= input.asOf);
  const breakYear = breaks.length === 0 ? null : Math.max(...breaks);
  const comparable = shown.filter(({ year }) => breakYear === null || year >= breakYear);
  const cut = comparable.length < shown.length;
  const latest = comparable.at(-1);
  if (latest === undefined) return none('BREAK', null, ['BREAK_IN_SERIES']);

  const since = latest.year - (input.window ?? 10);
  const recent = comparable.filter(({ year }) => year >= since);
  const used = recent.length < MIN_POINTS ? comparable.slice(-MIN_POINTS) : recent;
  const flags = flagsOf(used);
  if (cut) flags.push('BREAK_IN_SERIES');
  if (input.asOf - latest.year > STALE_AFTER_YEARS) flags.push('STALE');
  return { latest, used, breakYear, keptInAll: shown.length, flags };
}

// The baseline is a published value too; but an observation of the same year, even a hidden one, replaces it.
function withBaseline(
  kept: readonly KeptObservation[],
  { baseline, asOf }: ProjectInput,
): KeptObservation[] {
  const year = baseline?.year ?? null;
  const value = decimalOrNull(baseline?.value);
  const joins =
    year !== null && value !== null && year <= asOf && !kept.some((point) => point.year === year);
  if (!joins) return [...kept];
  return [...kept, { year, value, status: 'A' as const }].sort((a, b) => a.year - b.year);
}

function flagsOf(used: readonly Point[]): ProjectionFlag[] {
  const flags: ProjectionFlag[] = [];
  if (used.some(({ status }, index) => status === 'B' && index > 0)) flags.push('BREAK_IN_SERIES');
  if (used.some(({ status }) => isEstimated(status))) flags.push('ESTIMATED');
  if (used.some(({ status }) => status === 'P')) flags.push('PROVISIONAL');
  if (used.some(({ status }) => status === 'U')) flags.push('LOW_RELIABILITY');
  return flags;
}

function none(
  reason: NoSeries['reason'],
  latestYear: number | null,
  flags: ProjectionFlag[] = [],
): NoSeries {
  return { reason, latestYear, flags };
}
