import { describe, expect, it } from '@jest/globals';
import { COMMON_WORDS } from './common-passwords.ts';
import { passwordProblem } from './password.ts';

const person = { email: 'begimai.asanova@stat.example', name: 'Бегимай Асанова' };
const problem = (password: string) => passwordProblem(password, person);

describe('a password', () => {
  it('is judged by a list of more than two hundred', () => {
    expect(COMMON_WORDS.size).toBeGreaterThan(200);
    for (const word of COMMON_WORDS) expect(word).toBe(word.toLowerCase());
  });

  it.each(['', 'elevenchars', 'құпия сөз1', 'парольпарол', '🐪🐫🐪🐫🐪🐫', 'x'.repeat(257)])(
    'has 12 to 256 characters: not “%s”',
    (password) => {
      expect(problem(password)).toBe('PASSWORD_LENGTH');
    },
  );

  it('counts a letter once, composed or not', () => {
    const composed = 'ёжик в туман';
    for (const form of ['NFC', 'NFD'] as const) {
      expect(problem(composed.normalize(form))).toBeNull();
      expect(problem(composed.slice(1).normalize(form))).toBe('PASSWORD_LENGTH');
    }
  });

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
    'demo-Qadam-2026',
    '111111111111',
    '121212121212',
    '123456789012',
    '098765432109',
    'abcabcabcabc',
    'abcdefghijkl',
    'абвгдежзийкл',
  ])('that is tried first is refused: “%s”', (password) => {
    expect(problem(password)).toBe('PASSWORD_COMMON');
  });

  it.each([
    ['a row of the Russian keyboard', 'йцукенгшщзхъ'],
    ['a row backwards', 'ъхзщшгнекуцй'],
    ['rows with a year', 'ФывапролДжэ2026'],
    ['columns', '1йфя2цыч3увс'],
    ['a zigzag', '1й2ц3у4к5е6н'],
    ['a row that changes the layout halfway', 'йцукенyuiop['],
    ['the same, to and fro', 'qцeуrкtеyнuг'],
    ['the letters that Kazakh adds', 'әіңғүұқөһ123'],
    ['a row of the Kyrgyz keyboard', 'йцүкеңгшщзхъ'],
    ['a row of the Tajik keyboard', 'йқукенгшҳзхъ'],
    ['another of it', 'фҷвапролджэ1'],
    ['a row of the Uzbek keyboard', 'йцукенгшўзхъ'],
    ['another of it, twice', 'фқвапролфқвапрол'],
    ['signs with Shift', '!@#$%^&*()_+'],
    ['a Russian word in the Latin layout', 'Gfhjkm-2026!'],
    ['an English word in the Russian layout', 'зфыыцщкв2026'],
    ['a Kazakh word in the Latin layout', '09gbzc-p2026'],
    ['the own name in the Latin layout', 'Fcfyjdf-2026'],
    ['the own name in the Russian layout', 'фыфтщмф12345'],
    ['the own address', 'begimai.asanova1'],
  ])('that is a run of keys or a word in the wrong layout is refused: %s', (_what, password) => {
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
