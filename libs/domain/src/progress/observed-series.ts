import type { Decimal } from '../values/decimal.ts';
import { decimalOrNull } from '../values/figure.ts';
import { isMissing, type Observation, type ObservationStatus } from './obs-status.ts';

/** An observation that has a value. */
export interface Point {
  year: number;
  value: Decimal;
  status: ObservationStatus;
}

/** An observation that has a value, or is hidden (Q, value null). */
export interface KeptObservation {
  year: number;
  value: Decimal | null;
  status: ObservationStatus;
}

/**
 * Observations of the wanted years that have a value or are hidden, oldest first.
 * Missing ones (O, M, L, H) and gaps are left out; a value given with status Q is dropped here.
 */
export function keepObservations(
  observations: readonly Observation[],
  wanted: (year: number) => boolean,
): KeptObservation[] {
  return observations
    .filter(({ year, status }) => wanted(year) && !isMissing(status))
    .map(({ year, value, status }) => ({
      year,
      value: status === 'Q' ? null : decimalOrNull(value),
      status: status ?? 'A',
    }))
    .filter(({ value, status }) => value !== null || status === 'Q')
    .sort((a, b) => a.year - b.year);
}

/** Is the newest observation hidden? Then nothing may be said, least of all by falling back to an older year. */
export function endsHidden(kept: readonly KeptObservation[]): boolean {
  return kept.at(-1)?.status === 'Q';
}

/** The observations that have a value. */
export function shownPoints(kept: readonly KeptObservation[]): Point[] {
  return kept.flatMap(({ year, value, status }) =>
    value === null ? [] : [{ year, value, status }],
  );
}
