import { describe, expect, it, test } from '@jest/globals';
import {
  evidenceLock,
  grantProblem,
  isOpenedByGrant,
  lockOf,
  reopeningState,
  type LockInput,
} from './reopening.ts';

const open: LockInput = {
  state: 'DRAFT',
  assigned: true,
  cycleOpen: true,
  published: false,
  granted: false,
};

describe('why a cell is locked', () => {
  test.each([
    ['a cell that was never saved is open', { state: null }, null],
    ['a draft is open', { state: 'DRAFT' }, null],
    ['a returned value is open', { state: 'RETURNED' }, null],
    ['a submitted value is locked', { state: 'SUBMITTED' }, 'LOCKED_SUBMITTED'],
    ['an approved value is locked', { state: 'APPROVED' }, 'LOCKED_APPROVED'],
    ['a published value is locked', { state: 'PUBLISHED' }, 'LOCKED_PUBLISHED'],
    ['a closed cycle locks its empty cells', { state: null, cycleOpen: false }, 'CYCLE_CLOSED'],
    ['a closed cycle locks its drafts', { cycleOpen: false }, 'CYCLE_CLOSED'],
    ['a correction outlives the cycle', { cycleOpen: false, published: true }, null],
    ['what nobody asks for is closed', { state: null, assigned: false }, 'NOT_ASSIGNED'],
    ['no grant opens it', { state: null, assigned: false, granted: true }, 'NOT_ASSIGNED'],
    ['what was begun is finished', { assigned: false }, null],
    ['what was returned is answered', { state: 'RETURNED', assigned: false }, null],
    ['a correction outlives the assignment', { assigned: false, published: true }, null],
    [
      'what is published and not asked for is corrected, not typed over',
      { state: 'PUBLISHED', assigned: false, published: true },
      'LOCKED_PUBLISHED',
    ],
    ['a grant opens a submitted value', { state: 'SUBMITTED', granted: true }, null],
    ['a grant opens an approved value', { state: 'APPROVED', granted: true }, null],
    ['a grant opens a closed cycle', { state: null, cycleOpen: false, granted: true }, null],
    ['no grant opens a release', { state: 'PUBLISHED', granted: true }, 'LOCKED_PUBLISHED'],
    [
      'a grant lets a file correct a release',
      { state: 'PUBLISHED', granted: true, correcting: true },
      null,
    ],
    [
      'a grant lets a file begin what nobody asked for',
      { state: null, assigned: false, granted: true, correcting: true },
      null,
    ],
    ['a reason alone opens nothing', { state: 'PUBLISHED', correcting: true }, 'LOCKED_PUBLISHED'],
  ] as const)('%s', (_what, change, lock) => {
    expect(lockOf({ ...open, ...change })).toBe(lock);
  });
});

describe('until when a cell can be opened', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  it.each([
    ['2026-03-01T12:00:01Z', null],
    ['2026-04-01T12:00:00Z', null],
    ['2026-04-01T12:00:01Z', 'UNTIL_TOO_FAR'],
    ['2026-03-01T12:00:00Z', 'UNTIL_PAST'],
    ['tomorrow', 'UNTIL_NOT_A_TIME'],
    ['2026', 'UNTIL_NOT_A_TIME'],
  ])('%s: %s', (until, problem) => {
    expect(grantProblem({ until, now })).toBe(problem);
  });
});

test.each([
  ['SUBMITTED', null, 'LOCKED_SUBMITTED'],
  ['APPROVED', null, 'LOCKED_APPROVED'],
  ['DRAFT', null, null],
  ['RETURNED', null, null],
  ['EMPTY', 'CYCLE_CLOSED', 'CYCLE_CLOSED'],
] as const)(
  'a cell that is %s and locked by %s for values takes evidence: %s',
  (state, lock, why) => {
    expect(evidenceLock(state, lock)).toBe(why);
  },
);

test.each([
  ['LOCKED_SUBMITTED', true],
  ['LOCKED_APPROVED', true],
  ['CYCLE_CLOSED', true],
  ['LOCKED_PUBLISHED', false],
  ['NOT_ASSIGNED', false],
] as const)('an officer opens %s: %s', (lock, opens) => {
  expect(isOpenedByGrant(lock)).toBe(opens);
});

describe('a request to open a cell', () => {
  test.each([
    ['waits', null, {}, 'WAITING'],
    ['is declined', 'DECLINED', {}, 'DECLINED'],
    ['is granted', 'GRANTED', {}, 'GRANTED'],
    ['ends with its time', 'GRANTED', { expired: true }, 'EXPIRED'],
    ['is taken back', 'GRANTED', { revoked: true }, 'REVOKED'],
    ['stays taken back', 'GRANTED', { revoked: true, expired: true }, 'REVOKED'],
  ] as const)('%s', (_what, decision, change, state) => {
    expect(reopeningState({ decision, revoked: false, expired: false, ...change })).toBe(state);
  });
});
