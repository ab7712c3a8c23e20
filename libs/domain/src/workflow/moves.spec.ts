import { describe, expect, test } from '@jest/globals';
import { move, WORK_EVENTS, WORK_STATES, type WorkEvent, type WorkState } from './moves.ts';

/** All moves, written out again, so that a change of the table has to be confirmed here. */
const ALLOWED: readonly (readonly [WorkState | null, WorkEvent, WorkState])[] = [
  [null, 'SAVE', 'DRAFT'],
  ['DRAFT', 'SAVE', 'DRAFT'],
  ['RETURNED', 'SAVE', 'DRAFT'],
  ['SUBMITTED', 'REOPEN', 'DRAFT'],
  ['APPROVED', 'REOPEN', 'DRAFT'],
  ['DRAFT', 'SUBMIT', 'SUBMITTED'],
  ['SUBMITTED', 'RECALL', 'DRAFT'],
  ['SUBMITTED', 'RETURN', 'RETURNED'],
  ['SUBMITTED', 'APPROVE', 'APPROVED'],
  ['SUBMITTED', 'ADOPT', 'APPROVED'],
  ['APPROVED', 'ADOPT', 'APPROVED'],
  ['PUBLISHED', 'ADOPT', 'APPROVED'],
  ['APPROVED', 'UNDO_APPROVAL', 'SUBMITTED'],
  ['APPROVED', 'PUBLISH', 'PUBLISHED'],
  ['PUBLISHED', 'CORRECT', 'DRAFT'],
];

describe('the moves of an observation', () => {
  for (const state of [null, ...WORK_STATES]) {
    for (const event of WORK_EVENTS) {
      const allowed = ALLOWED.find(([from, by]) => from === state && by === event);
      if (allowed) {
        test(`${state ?? 'a new cell'} becomes ${allowed[2]} by ${event}`, () => {
          expect(move(state, event)).toEqual({ ok: true, state: allowed[2] });
        });
      } else {
        test(`${state ?? 'a new cell'} refuses ${event}`, () => {
          expect(move(state, event)).toEqual({
            ok: false,
            problem: { code: 'INVALID_STATE', params: { state, event } },
          });
        });
      }
    }
  }
});
