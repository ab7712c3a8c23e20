import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';

/** SDMX code list CL_OBS_STATUS, as far as the product uses it (methods.md 6, exchange.md). */
export type ObservationStatus =
  'A' | 'B' | 'E' | 'F' | 'H' | 'I' | 'L' | 'M' | 'O' | 'P' | 'Q' | 'U' | 'V';

/** One observation per year. Status A (normal) when absent. */
export interface Observation {
  year: number;
  value?: Maybe<Numeric>;
  status?: Maybe<ObservationStatus>;
}

/** Is the value missing, for whatever reason? Then it is never part of a series. */
export function isMissing(status: Maybe<ObservationStatus>): boolean {
  return status === 'O' || status === 'M' || status === 'L' || status === 'H';
}

/** Is the value not final: provisional, estimated, imputed or forecast? */
export function isOpenStatus(status: Maybe<string>): boolean {
  return status === 'P' || isEstimated(status);
}

/** Was the value estimated by its producer, imputed by us, or forecast? */
export function isEstimated(status: Maybe<string>): boolean {
  return status === 'E' || status === 'I' || status === 'F';
}
