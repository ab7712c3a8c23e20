import { describe, expect, test } from '@jest/globals';
import { can, OPERATIONS, ROLES, type Access, type Actor, type Operation } from './access.ts';

const LETTERS = { A: 'ALLOWED', F: 'FORBIDDEN', N: 'NOT_FOUND', U: 'UNAUTHENTICATED' } as const;

/** visitor, donor, reporter (own area, another area, no area), officer, admin, auditor */
const LITERAL: Readonly<Record<Operation, string>> = {
  READ_RELEASE: /*     */ 'A A AAA A A A',
  READ_OWN_ACCOUNT: /* */ 'U A AAA A A A',
  READ_WORK: /*        */ 'U F ANN A F A',
  WRITE_MESSAGE: /*    */ 'U F ANN A F F',
  SAVE_VALUE: /*       */ 'U F ANN F F F',
  SUBMIT: /*           */ 'U F ANN F F F',
  RECALL: /*           */ 'U F ANN F F F',
  CORRECT_VALUE: /*    */ 'U F ANN F F F',
  ADD_EVIDENCE: /*     */ 'U F ANN F F F',
  MARK_EVIDENCE: /*    */ 'U F FFF A F F',
  REQUEST_REOPEN: /*   */ 'U F ANN F F F',
  GRANT_REOPEN: /*     */ 'U F FFF A F F',
  RECORD_ALTERNATIVE: /**/ 'U F FFF A F F',
  RETURN: /*           */ 'U F FFF A F F',
  APPROVE: /*          */ 'U F FFF A F F',
  UNDO_APPROVAL: /*    */ 'U F FFF A F F',
  ASK_REPORTER: /*     */ 'U F FFF A F F',
  READ_QUALITY: /*     */ 'U F FFF A F A',
  READ_TARGETS: /*     */ 'U F ANN A F A',
  PROPOSE_TARGET: /*   */ 'U F FFF A F F',
  CONFIRM_TARGET: /*   */ 'U F FFF A F F',
  READ_FRAMEWORK: /*   */ 'U F FFF A F A',
  EDIT_FRAMEWORK: /*   */ 'U F FFF A F F',
  PREVIEW_RELEASE: /*  */ 'U F FFF A F A',
  PUBLISH_RELEASE: /*  */ 'U F FFF A F F',
  MANAGE_OWN_ACCOUNT: /*  */ 'U A AAA A A A',
  READ_FOLLOWING: /*      */ 'U A AAA A A A',
  FOLLOW: /*              */ 'U A AAA A A A',
  READ_ADMINISTRATION: /* */ 'U F FFF F A A',
  MANAGE_USERS: /*        */ 'U F FFF F A F',
  READ_CONFIRMATIONS: /*  */ 'U F FFF A A A',
  CONFIRM_ACCOUNT: /*     */ 'U F FFF A A F',
  MANAGE_ORGANISATIONS: /**/ 'U F FFF F A F',
  MANAGE_HELP_LINES: /*   */ 'U F FFF F A F',
  TRANSLATE: /*           */ 'U F FFF F A F',
  READ_AUDIT: /*          */ 'U F FFF F A A',
  CHECK_IMPORT: /*     */ 'U F ANN A F F',
  COMMIT_IMPORT: /*    */ 'U F ANN F F F',
  READ_SERIES_MAPPING: 'U F ANN A F A',
  MAP_SERIES: /*       */ 'U F ANN A F F',
  CONFIRM_SERIES: /*   */ 'U F FFF A F F',
  READ_TOKENS: /*      */ 'U F ANN F A A',
  MANAGE_TOKENS: /*    */ 'U F ANN F A F',
  READ_WEBHOOKS: /*    */ 'U F ANN F A A',
  MANAGE_WEBHOOKS: /*  */ 'U F ANN F A F',
  REMIND_REPORTERS: /* */ 'U F FFF A F F',
  READ_OUTBOX: /*      */ 'U F FFF A A A',
  SEND_AGAIN: /*       */ 'U F FFF A A F',
  READ_AGREEMENTS: /*  */ 'U F FFF A F A',
  RECORD_AGREEMENT: /* */ 'U F FFF A F F',
  READ_WITHDRAWALS: /* */ 'U F FFF A A A',
  REQUEST_WITHDRAWAL: /**/ 'U F FFF A F F',
  DECIDE_WITHDRAWAL: /* */ 'U F FFF A A F',
};

const AREAS = { own: 'KGZ', another: 'TJK', no: undefined } as const;

function expected(operation: Operation, actor: Actor, area: keyof typeof AREAS): Access {
  const columns = LITERAL[operation].split(' ');
  const column = columns[actor === null ? 0 : 1 + ROLES.indexOf(actor.role)] ?? '';
  const letter = column.length === 1 ? column : column[Object.keys(AREAS).indexOf(area)];
  return LETTERS[letter as keyof typeof LETTERS];
}

describe('access', () => {
  test('the literal table has a row for every operation', () => {
    expect([...OPERATIONS].sort()).toEqual(Object.keys(LITERAL).sort());
  });

  const actors: Actor[] = [null, ...ROLES.map((role) => ({ role, area: AREAS.own }))];
  for (const operation of OPERATIONS) {
    for (const actor of actors) {
      for (const area of ['own', 'another', 'no'] as const) {
        const answer = expected(operation, actor, area);
        test(`${actor?.role ?? 'VISITOR'} ${operation} of ${area} area: ${answer}`, () => {
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
});
