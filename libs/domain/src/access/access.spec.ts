import { describe, expect, test } from '@jest/globals';
import {
  can,
  canSomewhere,
  limitOf,
  OPERATIONS,
  ROLES,
  type Access,
  type Actor,
  type Operation,
  type Role,
} from './access.ts';

const LETTERS = { A: 'ALLOWED', F: 'FORBIDDEN', N: 'NOT_FOUND', U: 'UNAUTHENTICATED' } as const;

/**
 * The letters of a row are the answers to, in order: visitor; donor; reporter (own area, another area, no area); officer; admin;
 * auditor; limited officer (own area, another area, no area).
 */
const LITERAL: Readonly<Record<Operation, string>> = {
  READ_RELEASE: /*     */ 'A A AAA A A A AAA',
  READ_OWN_ACCOUNT: /* */ 'U A AAA A A A AAA',
  READ_WORK: /*        */ 'U F ANN A F A ANN',
  WRITE_MESSAGE: /*    */ 'U F ANN A F F ANN',
  SAVE_VALUE: /*       */ 'U F ANN F F F FFF',
  SUBMIT: /*           */ 'U F ANN F F F FFF',
  SIGN_RETURN: /*      */ 'U F ANN F F F FFF',
  REQUIRE_SIGNATURE: /**/ 'U F FFF A F F ANN',
  ASSIGN_PERSON: /*    */ 'U F ANN F F F FFF',
  RECALL: /*           */ 'U F ANN F F F FFF',
  CORRECT_VALUE: /*    */ 'U F ANN F F F FFF',
  ADD_EVIDENCE: /*     */ 'U F ANN F F F FFF',
  MARK_EVIDENCE: /*    */ 'U F FFF A F F ANN',
  REQUEST_REOPEN: /*   */ 'U F ANN F F F FFF',
  GRANT_REOPEN: /*     */ 'U F FFF A F F ANN',
  RECORD_ALTERNATIVE: /**/ 'U F FFF A F F ANN',
  RETURN: /*           */ 'U F FFF A F F ANN',
  APPROVE: /*          */ 'U F FFF A F F ANN',
  UNDO_APPROVAL: /*    */ 'U F FFF A F F ANN',
  ASK_REPORTER: /*     */ 'U F FFF A F F ANN',
  READ_QUALITY: /*     */ 'U F FFF A F A ANN',
  READ_TARGETS: /*     */ 'U F ANN A F A ANN',
  PROPOSE_TARGET: /*   */ 'U F FFF A F F ANN',
  CONFIRM_TARGET: /*   */ 'U F FFF A F F ANN',
  READ_FRAMEWORK: /*   */ 'U F FFF A F A AAA',
  EDIT_FRAMEWORK: /*   */ 'U F FFF A F F FFF',
  PREVIEW_RELEASE: /*  */ 'U F FFF A F A FFF',
  PUBLISH_RELEASE: /*  */ 'U F FFF A F F FFF',
  MANAGE_OWN_ACCOUNT: /*  */ 'U A AAA A A A AAA',
  READ_FOLLOWING: /*      */ 'U A AAA A A A AAA',
  FOLLOW: /*              */ 'U A AAA A A A AAA',
  READ_ADMINISTRATION: /* */ 'U F FFF F A A FFF',
  MANAGE_USERS: /*        */ 'U F FFF F A F FFF',
  READ_CONFIRMATIONS: /*  */ 'U F FFF A A A AAA',
  CONFIRM_ACCOUNT: /*     */ 'U F FFF A A F AAA',
  MANAGE_ORGANISATIONS: /**/ 'U F FFF F A F FFF',
  MANAGE_HELP_LINES: /*   */ 'U F FFF F A F FFF',
  TRANSLATE: /*           */ 'U F FFF F A F FFF',
  READ_AUDIT: /*          */ 'U F FFF F A A FFF',
  CHECK_IMPORT: /*     */ 'U F ANN A F F ANN',
  MEND_IMPORT: /*      */ 'U F ANN F F F FFF',
  COMMIT_IMPORT: /*    */ 'U F ANN F F F FFF',
  READ_SERIES_MAPPING: 'U F ANN A F A ANN',
  MAP_SERIES: /*       */ 'U F ANN A F F ANN',
  CONFIRM_SERIES: /*   */ 'U F FFF A F F ANN',
  READ_TOKENS: /*      */ 'U F ANN F A A FFF',
  MANAGE_TOKENS: /*    */ 'U F ANN F A F FFF',
  READ_WEBHOOKS: /*    */ 'U F ANN F A A FFF',
  MANAGE_WEBHOOKS: /*  */ 'U F ANN F A F FFF',
  REMIND_REPORTERS: /* */ 'U F FFF A F F ANN',
  READ_OUTBOX: /*      */ 'U F FFF A A A FFF',
  SEND_AGAIN: /*       */ 'U F FFF A A F FFF',
  READ_AGREEMENTS: /*  */ 'U F FFF A F A ANN',
  RECORD_AGREEMENT: /* */ 'U F FFF A F F ANN',
  READ_WITHDRAWALS: /* */ 'U F FFF A A A AAA',
  REQUEST_WITHDRAWAL: /**/ 'U F FFF A F F AAA',
  DECIDE_WITHDRAWAL: /* */ 'U F FFF A A F AAA',
};

const AREAS = { own: 'KGZ', another: 'TJK', no: undefined } as const;

function expected(operation: Operation, actor: Actor, area: keyof typeof AREAS): Access {
  const columns = LITERAL[operation].split(' ');
  const limited =
    actor?.areas == null ? 1 + ROLES.indexOf(actor?.role as Role) : columns.length - 1;
  const column = columns[actor === null ? 0 : limited] ?? '';
  const letter = column.length === 1 ? column : column[Object.keys(AREAS).indexOf(area)];
  return LETTERS[letter as keyof typeof LETTERS];
}

const nameOf = (actor: Actor) =>
  actor?.areas == null ? (actor?.role ?? 'VISITOR') : 'LIMITED OFFICER';

describe('access', () => {
  test('the literal table has a row for every operation', () => {
    expect([...OPERATIONS].sort()).toEqual(Object.keys(LITERAL).sort());
  });

  const limited = { role: 'OFFICER', areas: [AREAS.own, 'UZB'] } as const;
  const actors: Actor[] = [null, ...ROLES.map((role) => ({ role, area: AREAS.own })), limited];
  for (const operation of OPERATIONS) {
    for (const actor of actors) {
      for (const area of ['own', 'another', 'no'] as const) {
        const answer = expected(operation, actor, area);
        test(`${nameOf(actor)} ${operation} of ${area} area: ${answer}`, () => {
          expect(can(actor, operation, { area: AREAS[area] })).toBe(answer);
        });
      }
    }
  }

  test('a reporter without a country owns nothing, not even what has no country', () => {
    for (const area of [undefined, null, '']) {
      expect(can({ role: 'REPORTER', area }, 'SAVE_VALUE', { area })).toBe('NOT_FOUND');
    }
  });

  test('an operation that is not in the table is refused to everyone', () => {
    for (const name of ['DROP_TABLES', 'constructor', 'toString', '']) {
      for (const actor of actors) {
        expect(can(actor, name as Operation, { area: 'KGZ' })).toBe('FORBIDDEN');
      }
    }
  });

  test('a role that is not in the table is refused everything but releases', () => {
    for (const name of ['SUPERUSER', 'constructor', '__proto__']) {
      const stranger = { role: name, area: 'KGZ' } as unknown as Actor;
      for (const operation of OPERATIONS) {
        const answer = operation === 'READ_RELEASE' ? 'ALLOWED' : 'FORBIDDEN';
        expect(can(stranger, operation, { area: 'KGZ' })).toBe(answer);
      }
    }
  });

  test('an officer who is limited to nothing at all may nothing that belongs to an area', () => {
    expect(can({ role: 'OFFICER', areas: [] }, 'READ_WORK', { area: '' })).toBe('NOT_FOUND');
    expect(canSomewhere({ role: 'OFFICER', areas: [] }, 'APPROVE')).toBe('NOT_FOUND');
  });

  test('somewhere is wherever one is bound to', () => {
    expect(canSomewhere(limited, 'APPROVE')).toBe('ALLOWED');
    expect(canSomewhere(limited, 'PUBLISH_RELEASE')).toBe('FORBIDDEN');
    expect(canSomewhere({ role: 'REPORTER', area: 'KGZ' }, 'SUBMIT')).toBe('ALLOWED');
    expect(canSomewhere({ role: 'REPORTER', area: 'KGZ' }, 'APPROVE')).toBe('FORBIDDEN');
    expect(canSomewhere(null, 'APPROVE')).toBe('UNAUTHENTICATED');
  });

  test('only an officer is limited, whatever else an account says', () => {
    expect(limitOf(limited)).toEqual(['KGZ', 'UZB']);
    for (const role of ROLES.filter((one) => one !== 'OFFICER'))
      expect(limitOf({ role, area: 'KGZ', areas: ['KGZ'] })).toBeNull();
  });
});
