import { mayApprove } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { blockedMove } from '../observations/advance.ts';
import type { Observation } from '../observations/observation.entity.ts';
import type { Revision } from '../observations/observation.entity.ts';
import type { ApproveValueInput } from './review.input.ts';

/** What is known of the values, by their ids. */
interface Known {
  observations: ReadonlyMap<string, Observation>;
  revisions: ReadonlyMap<string, Revision>;
  /** The open question of each, where there is one. */
  questions: ReadonlyMap<string, string>;
}

/** Why a value cannot be approved; null where it can. */
export function approvalProblem(
  actor: Actor,
  value: ApproveValueInput,
  index: number,
  { observations, revisions, questions }: Known,
): Problem | null {
  const observation = observations.get(value.observation);
  const current = observation && revisions.get(observation.currentRevision);
  if (observation === undefined || current === undefined) return problem('REVISION_CHANGED');
  const { id, area, indicator, state } = observation;
  const approval = mayApprove({
    reviewer: actor.id,
    author: current.author ?? '',
    reviewedRevision: value.revision,
    currentRevision: current.id,
    openQuestion: questions.get(id) ?? null,
    closedQuestion: value.closedQuestion ?? null,
  });
  const code = approval.ok ? blockedMove(observation, 'APPROVE')?.code : approval.problem.code;
  if (code === undefined) return null;
  return problem(code, `values.${index}`, { observation: id, area, indicator, state });
}
