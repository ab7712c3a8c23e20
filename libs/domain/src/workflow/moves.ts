/** The working states of an observation. There are no others. */
export const WORK_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const WORK_EVENTS = [
  'SAVE',
  'REOPEN',
  'SUBMIT',
  'RECALL',
  'RETURN',
  'APPROVE',
  'ADOPT',
  'UNDO_APPROVAL',
  'PUBLISH',
  'CORRECT',
] as const;
export type WorkEvent = (typeof WORK_EVENTS)[number];

export interface InvalidState<State, Event> {
  readonly code: 'INVALID_STATE';
  readonly params: { readonly state: State | null; readonly event: Event };
}

export type Move<State, Event> =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly problem: InvalidState<State, Event> };

/**
 * The state to which each event leads, by the state before it. A returned cell has to be saved, which
 * answers the reviewer, before it is submitted again; a locked cell is reopened when a person saves it whom an
 * officer has allowed to; ADOPT replaces the current figure, released or not, by that of another named source; a
 * correction starts a new draft while the published revision stays as it was.
 */
const MOVES: Readonly<Record<WorkEvent, Partial<Record<WorkState | 'NEW', WorkState>>>> = {
  SAVE: { NEW: 'DRAFT', DRAFT: 'DRAFT', RETURNED: 'DRAFT' },
  REOPEN: { SUBMITTED: 'DRAFT', APPROVED: 'DRAFT' },
  SUBMIT: { DRAFT: 'SUBMITTED' },
  RECALL: { SUBMITTED: 'DRAFT' },
  RETURN: { SUBMITTED: 'RETURNED' },
  APPROVE: { SUBMITTED: 'APPROVED' },
  ADOPT: { SUBMITTED: 'APPROVED', APPROVED: 'APPROVED', PUBLISHED: 'APPROVED' },
  UNDO_APPROVAL: { APPROVED: 'SUBMITTED' },
  PUBLISH: { APPROVED: 'PUBLISHED' },
  CORRECT: { PUBLISHED: 'DRAFT' },
};

/**
 * The state of an observation after an event; `state` is null before the first save.
 * A move that the table does not know is refused with INVALID_STATE.
 * Source: domain.md, Reporting.
 */
export function move(state: WorkState | null, event: WorkEvent): Move<WorkState, WorkEvent> {
  const next = MOVES[event][state ?? 'NEW'];
  return next === undefined
    ? { ok: false, problem: { code: 'INVALID_STATE', params: { state, event } } }
    : { ok: true, state: next };
}
