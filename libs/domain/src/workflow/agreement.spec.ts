import { describe, expect, test } from '@jest/globals';
import { agreementState } from './agreement.ts';

describe('a data-sharing agreement', () => {
  const term = { signedOn: '2025-03-01', validUntil: '2025-12-31', ended: false };

  test('stands from the day it is signed to its last day', () => {
    expect(agreementState(term, '2025-02-28')).toBe('NOT_YET');
    expect(agreementState(term, '2025-03-01')).toBe('IN_FORCE');
    expect(agreementState(term, '2025-12-31')).toBe('IN_FORCE');
    expect(agreementState(term, '2026-01-01')).toBe('EXPIRED');
  });

  test('stands without end where none was agreed, until somebody ends it', () => {
    expect(agreementState({ ...term, validUntil: null }, '2099-01-01')).toBe('IN_FORCE');
    expect(agreementState({ ...term, ended: true }, '2025-06-01')).toBe('ENDED');
  });
});
