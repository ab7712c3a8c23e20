import { describe, expect, test } from '@jest/globals';
import { ROLES } from './access.ts';
import {
  factorsToShow,
  hasSecondFactor,
  mayRemoveFactor,
  needsSecondFactor,
  readFactorCode,
  showRecoveryCode,
  stepAfterPassword,
  stepAfterProvider,
  stepOfSignIn,
  type OwnFactors,
} from './second-factor.ts';

const none: OwnFactors = { authenticator: false, passkeys: 0, recoveryCodes: 0 };
const app: OwnFactors = { authenticator: true, passkeys: 0, recoveryCodes: 10 };

describe('a second factor', () => {
  test('is needed by officers and administrators, and by nobody in a demonstration', () => {
    expect(ROLES.filter((role) => needsSecondFactor(role, false))).toEqual(['OFFICER', 'ADMIN']);
    expect(ROLES.filter((role) => needsSecondFactor(role, true))).toEqual([]);
  });

  test('is asked of whoever has one, and set up first by whoever must have one', () => {
    for (const role of ROLES) {
      expect(stepAfterPassword(role, app, true)).toBe('SHOW_FACTOR');
      expect(stepAfterPassword(role, app, false)).toBe('SHOW_FACTOR');
      expect(stepAfterPassword(role, none, true)).toBe('NOTHING');
    }
    expect(stepAfterPassword('OFFICER', none, false)).toBe('SET_UP_FACTOR');
    expect(stepAfterPassword('ADMIN', none, false)).toBe('SET_UP_FACTOR');
    expect(stepAfterPassword('REPORTER', none, false)).toBe('NOTHING');
  });

  test('is not asked for where the provider says that one was shown, and in no other case', () => {
    expect(stepAfterProvider(['pwd', 'mfa'], 'OFFICER', app, false)).toBe('NOTHING');
    for (const amr of [undefined, null, 'mfa', [], ['pwd'], ['otp', 'hwk'], { mfa: true }]) {
      expect(stepAfterProvider(amr, 'OFFICER', app, false)).toBe('SHOW_FACTOR');
      expect(stepAfterProvider(amr, 'OFFICER', none, false)).toBe('SET_UP_FACTOR');
      expect(stepAfterProvider(amr, 'DONOR', none, false)).toBe('NOTHING');
    }
  });

  test('is what a sign-in waits for that is not finished', () => {
    expect(stepOfSignIn(app)).toBe('SHOW_FACTOR');
    expect(stepOfSignIn(none)).toBe('SET_UP_FACTOR');
    expect(stepOfSignIn({ ...none, recoveryCodes: 3 })).toBe('SET_UP_FACTOR');
  });

  test('is not made of recovery codes alone', () => {
    expect(hasSecondFactor({ ...none, recoveryCodes: 3 })).toBe(false);
    expect(hasSecondFactor({ ...none, passkeys: 1 })).toBe(true);
  });

  test('is chosen from what there is', () => {
    expect(factorsToShow(app)).toEqual(['TOTP', 'RECOVERY_CODE']);
    expect(factorsToShow({ ...none, passkeys: 2 })).toEqual(['PASSKEY']);
  });

  test('cannot be removed where it is the last one of somebody who must have one', () => {
    expect(mayRemoveFactor('OFFICER', app, false)).toBe(false);
    expect(mayRemoveFactor('OFFICER', { ...app, passkeys: 1 }, false)).toBe(true);
    expect(mayRemoveFactor('OFFICER', app, true)).toBe(true);
    expect(mayRemoveFactor('DONOR', app, false)).toBe(true);
  });
});

describe('a typed code', () => {
  test.each([
    ['123456', { factor: 'TOTP', code: '123456' }],
    [' 123 456 ', { factor: 'TOTP', code: '123456' }],
    ['abcdef-ghjkmn-pqrstv-wxyz01', { factor: 'RECOVERY_CODE', code: 'ABCDEFGHJKMNPQRSTVWXYZ01' }],
    ['ABCDEF GHJKMN PQRSTV WXYZOI', { factor: 'RECOVERY_CODE', code: 'ABCDEFGHJKMNPQRSTVWXYZ01' }],
    ['ABCDEF–GHJKMN—PQRSTV-WXYZOl', { factor: 'RECOVERY_CODE', code: 'ABCDEFGHJKMNPQRSTVWXYZ01' }],
    ['12345', null],
    ['1234567', null],
    ['ABCDEFGHJKMNPQRSTVWXYZ0U', null],
    ['', null],
  ] as const)('%j', (typed, read) => {
    expect(readFactorCode(typed)).toEqual(read);
  });

  test('is read as it is shown', () => {
    const code = 'ABCDEFGHJKMNPQRSTVWXYZ01';
    expect(showRecoveryCode(code)).toBe('ABCDEF-GHJKMN-PQRSTV-WXYZ01');
    expect(readFactorCode(showRecoveryCode(code))).toEqual({ factor: 'RECOVERY_CODE', code });
  });
});
