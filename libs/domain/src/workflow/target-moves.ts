import type { InvalidState } from './moves.ts';

/** A target plan is proposed by one programme officer and decided by another. */
export const TARGET_STATES = ['PROPOSED', 'CONFIRMED', 'REJECTED'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export const TARGET_EVENTS = ['CONFIRM', 'REJECT'] as const;
export type TargetEvent = (typeof TARGET_EVENTS)[number];

export type TargetMove =
  | { readonly ok: true; readonly state: TargetState }
  | {
      readonly ok: false;
      readonly problem: InvalidState<TargetState, TargetEvent> | { readonly code: 'SAME_PERSON' };
    };

const DECIDED: Readonly<Record<TargetEvent, TargetState>> = {
  CONFIRM: 'CONFIRMED',
  REJECT: 'REJECTED',
};

/**
 * The state of a target plan after a decision. A decision is final: whoever changes their mind makes a new
 * version of the plan, so that assessments made with the old one stay reproducible. Whoever proposed a plan may only
 * reject it, which withdraws it.
 * Source: domain.md, Users and TargetPlan.
 */
export function moveTarget(
  state: TargetState,
  event: TargetEvent,
  people: { readonly proposer: string; readonly officer: string },
): TargetMove {
  if (state !== 'PROPOSED') {
    return { ok: false, problem: { code: 'INVALID_STATE', params: { state, event } } };
  }
  if (event === 'CONFIRM' && people.officer === people.proposer)
    return { ok: false, problem: { code: 'SAME_PERSON' } };
  return { ok: true, state: DECIDED[event] };
}
