import { describe, expect, test } from '@jest/globals';
import { moveTarget, TARGET_EVENTS } from './target-moves.ts';

const TWO_PEOPLE = { proposer: 'officer-1', officer: 'officer-2' };
const ONE_PERSON = { proposer: 'officer-1', officer: 'officer-1' };

describe('the moves of a target plan', () => {
  test('a second officer confirms a proposal', () => {
    expect(moveTarget('PROPOSED', 'CONFIRM', TWO_PEOPLE)).toEqual({ ok: true, state: 'CONFIRMED' });
  });

  test('a second officer rejects a proposal', () => {
    expect(moveTarget('PROPOSED', 'REJECT', TWO_PEOPLE)).toEqual({ ok: true, state: 'REJECTED' });
  });

  test('whoever proposed a plan may not confirm it', () => {
    expect(moveTarget('PROPOSED', 'CONFIRM', ONE_PERSON)).toEqual({
      ok: false,
      problem: { code: 'SAME_PERSON' },
    });
  });

  test('whoever proposed a plan may withdraw it', () => {
    expect(moveTarget('PROPOSED', 'REJECT', ONE_PERSON)).toEqual({ ok: true, state: 'REJECTED' });
  });

  for (const event of TARGET_EVENTS) {
    for (const state of ['CONFIRMED', 'REJECTED'] as const) {
      test(`a plan that is ${state} refuses ${event}`, () => {
        expect(moveTarget(state, event, TWO_PEOPLE)).toEqual({
          ok: false,
          problem: { code: 'INVALID_STATE', params: { state, event } },
        });
      });
    }
  }
});
