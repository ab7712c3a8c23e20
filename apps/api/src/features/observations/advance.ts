import { type WorkEvent, move } from '@qadam/domain';
import type { Problem } from '../../graphql/problem.type.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { problem } from '../../graphql/problem.ts';
import type { Observation } from './observation.entity.ts';

/** Why `event` is not possible in the observation's state; null if it is. */
export function blockedMove(
  { state }: Pick<Observation, 'state'>,
  event: WorkEvent,
): Problem | null {
  const next = move(state, event);
  return next.ok ? null : problem(next.problem.code, null, { state, event });
}

/** State and version after `event`. Every change of the row gets a new version. */
export function advanced(
  { id, state, version }: Pick<Observation, 'id' | 'state' | 'version'>,
  event: WorkEvent,
): Pick<Observation, 'state' | 'version'> {
  const next = move(state, event);
  if (!next.ok) throw new EditConflict(problem(next.problem.code, null, { state, event }), id);
  return { state: next.state, version: version + 1 };
}

/** Moves the observation to its next state. */
export function advance(observation: Observation, event: WorkEvent): void {
  Object.assign(observation, advanced(observation, event));
}

/** What an audit event records about an observation: states and ids, never values. */
export function auditDetail({
  state,
  version,
  currentRevision,
}: Pick<Observation, 'state' | 'version' | 'currentRevision'>): object {
  return { state, version, revision: currentRevision };
}
