import type { Lock } from '@qadam/domain';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { blockedMove } from '../observations/advance.ts';
import { submissionErrors } from '../observations/checks.ts';
import { type Proof, provenanceOf } from '../observations/provenance.ts';
import type { ReadObservation } from './work-observation.reader.ts';

interface Handing {
  cycle: number;
  /** Why it takes no value; the same keeps it from being handed in. */
  lock: Lock | null;
  expectedVersion: number;
  /** Opened again after it was published: belongs to any later return, even when its cycle is over. */
  correcting: boolean;
  proof: Proof;
  /** Where in the request the cell stands. */
  field: string;
}

/** Why a cell cannot be part of the return; empty where it can. */
export function readiness(
  { observation: cell, checked }: ReadObservation,
  handing: Handing,
): Problem[] {
  const { field, correcting, cycle, lock, expectedVersion } = handing;
  const named = { observation: cell.id, indicator: cell.indicator };
  const trouble = (code: string, params: Record<string, string | number> = {}): Problem =>
    problem(code, field, { ...named, ...params });

  const belongs = cell.year === cycle || (correcting && cell.year < cycle);
  if (!belongs) return [trouble('NOT_IN_CYCLE', { year: cell.year })];
  if (cell.version !== expectedVersion) {
    return [trouble('VERSION_CONFLICT', { expected: expectedVersion, found: cell.version })];
  }
  const blocked = blockedMove(cell, 'SUBMIT');
  if (blocked !== null) return [trouble(blocked.code, { state: cell.state, event: 'SUBMIT' })];
  if (lock !== null) return [trouble(lock, { cycle })];

  const { sourceText } = checked.current;
  const provenance = provenanceOf({ ...handing.proof, ...checked, sourceText });
  return submissionErrors(checked, provenance).map(({ code, rule, params }) =>
    trouble(code, { rule, ...params }),
  );
}
