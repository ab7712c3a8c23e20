import { type WorkEvent, move } from '@qadam/domain';
import type { Problem } from '../../graphql/problem.type.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { problem } from '../../graphql/problem.ts';
import type { Observation } from './observation.entity.ts';

/** Why `event` cannot happen to the observation now; null where it can. */
export function blockedMove(
  { state }: Pick<Observation, 'state'>,
  event: WorkEvent,
): Problem | null {
  const next = move(state, event);
  return next.ok ? null : problem(next.problem.code, null, { state, event });
}

/** Moves the observation on. Every change of its row is a version. */
export function advance(observation: Observation, event: WorkEvent): void {
  const next = move(observation.state, event);
  if (!next.ok) {
    throw new Overtaken(
      problem(next.problem.code, null, { state: observation.state, event }),
      observation.id,
    );
  }
  observation.state = next.state;
  observation.version += 1;
}

/** What an audit event tells of an observation: states and ids, never values. */
export function trace({
  state,
  version,
  currentRevision,
}: Pick<Observation, 'state' | 'version' | 'currentRevision'>): object {
  return { state, version, revision: currentRevision };
}
