import { describe, expect, test } from '@jest/globals';
import {
  maySign,
  type PreparedReturn,
  signatureProblem,
  signatureState,
} from './second-signature.ts';

const waiting: PreparedReturn = {
  preparedBy: 'first',
  authors: ['first', 'third'],
  decision: null,
  changed: false,
};

describe('a return that was prepared for the second signature', () => {
  test.each([
    ['waits', {}, 'WAITING', null],
    ['is void once a value was changed', { changed: true }, 'VOID', 'SIGNATURE_VOID'],
    ['is signed once', { decision: 'SIGNED' }, 'SIGNED', 'ALREADY_SIGNED'],
    [
      'stays signed, though its values moved on with the signature',
      { decision: 'SIGNED', changed: true },
      'SIGNED',
      'ALREADY_SIGNED',
    ],
    ['is given back once', { decision: 'GIVEN_BACK' }, 'GIVEN_BACK', 'ALREADY_GIVEN_BACK'],
    [
      'stays given back when its values are changed then',
      { decision: 'GIVEN_BACK', changed: true },
      'GIVEN_BACK',
      'ALREADY_GIVEN_BACK',
    ],
  ] as const)('%s', (_what, change, state, problem) => {
    expect(signatureState({ ...waiting, ...change })).toBe(state);
    expect(signatureProblem({ ...waiting, ...change })).toBe(problem);
  });

  test.each([
    ['by somebody else', 'second', true],
    ['not by who prepared it', 'first', false],
    ['not by who wrote one of its values', 'third', false],
  ])('is signed %s', (_what, person, may) => {
    expect(maySign(person, waiting)).toBe(may);
  });

  test('is not signed by who prepared it, though others wrote all of it', () => {
    expect(maySign('first', { preparedBy: 'first', authors: ['third'] })).toBe(false);
  });
});
