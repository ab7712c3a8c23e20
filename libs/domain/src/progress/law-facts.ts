import type { Numeric } from '../values/decimal.ts';
import { type Maybe, decimalOrNull } from '../values/figure.ts';
import type { FactBasis } from './assess-level.types.ts';
import type { ProvenFact } from './law-state.ts';
import { isMissing, type ObservationStatus } from './obs-status.ts';

/** What was reported or published of one element in one year. */
export interface ElementObservation {
  year: number;
  /** The stage; null with a missing reason, or where it is hidden. */
  value: Maybe<Numeric>;
  status?: Maybe<ObservationStatus>;
  missingReason?: Maybe<string>;
  /** YYYY, YYYY-MM or YYYY-MM-DD; the year itself when absent. */
  factDate?: Maybe<string>;
  provision?: Maybe<string>;
  basis?: Maybe<FactBasis>;
}

/**
 * The observations of one element as facts, oldest first. A hidden value, or one that is no longer proven
 * (NOT_COLLECTED), ends what was known; after any other gap the stage before it holds. A report of a later
 * year counts as a later fact, even if it confirms an earlier date. Source: methods.md 1.4.
 */
export function lawFacts<O extends ElementObservation>(
  observations: readonly O[],
): (ProvenFact & { observation: O })[] {
  let newest = '';
  return [...observations]
    .sort((a, b) => a.year - b.year)
    .flatMap((observation) => {
      const { year, factDate, provision, basis } = observation;
      const stage = stageOf(observation);
      if (stage === undefined) return [];
      const reached = factDate ?? String(year);
      const date = reached < newest ? String(year) : reached;
      if (date > newest) newest = date;
      return [
        { date, stage, basis: basis ?? 'OFFICIAL', provision: provision ?? null, observation },
      ];
    });
}

/** The stage; null: it is no longer known; undefined: the observation says nothing about it. */
function stageOf({ value, status, missingReason }: ElementObservation): number | null | undefined {
  if (status === 'Q' || missingReason === 'NOT_COLLECTED') return null;
  const stage = isMissing(status) ? null : decimalOrNull(value);
  return stage === null ? undefined : stage.toNumber();
}
