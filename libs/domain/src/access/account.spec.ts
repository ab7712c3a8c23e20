import { describe, expect, test } from '@jest/globals';
import { ROLES } from './access.ts';
import { areaProblem, isEmailAddress } from './account.ts';

describe('the area of an account', () => {
  test('is needed by a reporter', () => {
    expect(areaProblem('REPORTER', 'KGZ')).toBeNull();
    for (const none of [null, undefined, '']) {
      expect(areaProblem('REPORTER', none)).toBe('AREA_REQUIRED');
    }
  });

  test('is not given to anybody else', () => {
    for (const role of ROLES.filter((other) => other !== 'REPORTER')) {
      expect(areaProblem(role, 'KGZ')).toBe('AREA_NOT_ALLOWED');
      expect(areaProblem(role, null)).toBeNull();
      expect(areaProblem(role, '')).toBeNull();
    }
  });
});

describe('an e-mail address', () => {
  test.each(['a@b', 'имя@пример.kg', 'first.last+tag@example.org'])('%s is one', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  test.each(['', 'a', '@b', 'a@', 'a@b@c', 'a b@c', `${'a'.repeat(254)}@b`])(
    '“%s” is none',
    (text) => {
      expect(isEmailAddress(text)).toBe(false);
    },
  );
});
