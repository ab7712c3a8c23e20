import { describe, expect, it } from '@jest/globals';
import { COMMON_WORDS } from './common-passwords.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { passwordProblem } from './password-problem.ts';

const person = { email: 'begimai.asanova@stat.example', name: 'Бегимай Асанова' };
const problem = (password: string) => passwordProblem(password, person);

describe('a password', () => {
  it('is judged by a list of more than two hundred', () => {
    expect(COMMON_WORDS.size).toBeGreaterThan(200);
    for (const word of COMMON_WORDS) expect(word).toBe(word.toLowerCase());
  });

  it.each(['', 'elevenbytes', 'қадам', 'x'.repeat(1025), 'ә'.repeat(513)])(
    'has 12 to 1024 bytes: not “%s”',
    (password) => {
      expect(problem(password)).toBe('PASSWORD_LENGTH');
    },
  );

  it.each([
    'password1234',
    'Password2026!',
    'P@ssw0rd2026',
    'passwordpassword',
    'qwertyuiopasdfghjkl',
    'qwertyqwertyqwertyqwerty',
    'Summ3r-2026!!',
    'Almaty-Qadam-2026',
    'пароль123456',
    'ПРИВЕТпривет',
    'gfhjkmgfhjkm',
    'Asanova-2026',
    'бегимай12345',
    DEMO_PASSWORD,
    '111111111111',
    '121212121212',
    '123456789012',
    '098765432109',
    'abcabcabcabc',
  ])('that is tried first is refused: “%s”', (password) => {
    expect(problem(password)).toBe('PASSWORD_COMMON');
  });

  it.each([
    'correct horse battery',
    'кто-то идёт по мосту',
    '594018273645',
    'xK3-vv9.pQ7-rT2',
    'coffee tiger moon police banana',
    'password 5820174639',
  ])('may be anything else: “%s”', (password) => {
    expect(problem(password)).toBeNull();
  });
});
