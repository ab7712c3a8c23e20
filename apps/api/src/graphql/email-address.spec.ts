import { domainToASCII } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { emailForms, readEmailAddress } from './email-address.ts';
import { ProblemError } from './problem.ts';

function problemOf(text: string): string | null {
  try {
    readEmailAddress(text);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.message;
  }
}

describe('an e-mail address', () => {
  it.each([
    ['as it is written', 'first.last+tag@stat.example', 'first.last+tag@stat.example'],
    ['in lower case, without spaces around', ' Aida@STAT.Example ', 'aida@stat.example'],
    ['with its domain in ASCII', 'info@Пример.рф', 'info@xn--e1afmkfd.xn--p1ai'],
    ['of a Cyrillic domain below a Latin one', 'info@министерство.kg', null],
    ['of letters that look Latin below a Cyrillic domain', 'info@сосо.рф', null],
    ['in the ASCII form', 'info@xn--e1afmkfd.xn--p1ai', 'info@xn--e1afmkfd.xn--p1ai'],
  ])('is read %s', (_what, text, kept) => {
    if (kept === null) expect(problemOf(text)).toBeNull();
    else expect(readEmailAddress(text)).toBe(kept);
  });

  it.each([
    ['a Cyrillic а before the @', 'аdmin@example.org', 'EMAIL_LETTERS'],
    ['a Cyrillic а in the domain', 'admin@exаmple.org', 'EMAIL_LETTERS'],
    ['a domain all of letters that look Latin', 'admin@сосо.kg', 'EMAIL_LETTERS'],
    ['the same in its ASCII form', `admin@${domainToASCII('сосо.kg')}`, 'EMAIL_LETTERS'],
    ['a dotless ı', 'admin@mıa.example', 'EMAIL_LETTERS'],
    ['a Greek ο among Latin letters', 'admin@gοv.example', 'EMAIL_LETTERS'],
    ['wide letters', 'admin@ｅxample.org', 'EMAIL_LETTERS'],
    ['a mark without width', 'ad\u200Bmin@example.org', 'EMAIL_INVISIBLE'],
    ['a soft hyphen in the domain', 'admin@exam\u00ADple.org', 'EMAIL_INVISIBLE'],
    ['a turn of the direction of writing', 'admin\u202E@example.org', 'EMAIL_INVISIBLE'],
    ['a filler', 'admin\u3164@example.org', 'EMAIL_INVISIBLE'],
    ['nothing', '', 'EMAIL_INVALID'],
    ['no @', 'admin', 'EMAIL_INVALID'],
    ['two @', 'admin@stat@example.org', 'EMAIL_INVALID'],
    ['a name in <>', 'Admin <admin@example.com>', 'EMAIL_INVALID'],
    ['no place', 'admin@localhost', 'EMAIL_INVALID'],
    ['a number for a place', 'admin@[127.0.0.1]', 'EMAIL_INVALID'],
    ['quotes', '"admin "@example.org', 'EMAIL_INVALID'],
    ['a line break', 'admin@example.org\nBcc: all@example.org', 'EMAIL_INVISIBLE'],
    ['more than a mailbox may have', `${'a'.repeat(65)}@example.org`, 'EMAIL_INVALID'],
  ])('with %s is refused', (_what, text, code) => {
    expect(problemOf(text)).toBe(code);
  });

  it('from before is looked for as it was kept too', () => {
    expect(emailForms(' ИМЯ@Пример.kg')).toEqual(['имя@xn--e1afmkfd.kg', 'имя@пример.kg']);
  });
});
