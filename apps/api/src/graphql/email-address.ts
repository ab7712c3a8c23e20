import { domainToASCII, domainToUnicode } from 'node:url';
// imported alone, because the package would load a hundred other rules
import validator from 'validator/lib/isEmail.js';
import { refused } from './problem.ts';

/** Characters without width or ink: addresses that differ only in these look the same. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Cyrillic letters that look like Latin ones in most typefaces: a word of only these can be read as a Latin word. */
const LIKE_LATIN = /^[асԁеһіјӏорԛѕԝхуүҽпгѵѡ0-9-]+$/u;
const ASCII = /^[\x21-\x7e]*$/;

/**
 * The address as it is stored and compared: lower case, the domain in the ASCII form of IDNA (“xn--…”), in which no letter can look like another.
 * Throws for a text that is no address, that has invisible characters, or that has letters which could be taken for others: before the @ only ASCII
 * is allowed; each part of the domain must be ASCII, or letters of one other script that do not all look Latin. Whether the mailbox exists, only a
 * mail can show.
 */
export function readEmailAddress(text: string, field = 'email'): string {
  const typed = text.trim().normalize('NFC');
  if (INVISIBLE.test(typed)) throw refused('EMAIL_INVISIBLE', field);
  const ascii = asciiForm(typed);
  const at = typed.lastIndexOf('@');
  const domain = domainToUnicode(ascii.slice(ascii.lastIndexOf('@') + 1));
  const letters = strangeLetters(typed.slice(0, at), typed.slice(at + 1), domain);
  if (letters !== '') throw refused('EMAIL_LETTERS', field, { letters });
  const options = { allow_utf8_local_part: false, blacklisted_chars: '"' };
  if (!validator.default(ascii, options)) throw refused('EMAIL_INVALID', field);
  return ascii;
}

/** The forms in which an account's address may be stored: as it is written now, and as it was before addresses were read this strictly. */
export function emailForms(text: string): [string, ...string[]] {
  const typed = text.trim().normalize('NFC');
  return [asciiForm(typed), typed.toLowerCase()];
}

function asciiForm(typed: string): string {
  const at = typed.lastIndexOf('@');
  const domain = at < 0 ? '' : domainToASCII(typed.slice(at + 1));
  return domain === ''
    ? typed.toLowerCase()
    : `${typed.slice(0, at).toLowerCase()}@${domain.toLowerCase()}`;
}

/** Letters that could be taken for others; '' if there are none. `domain` is `typedDomain` with its “xn--…” parts decoded. */
function strangeLetters(local: string, typedDomain: string, domain: string): string {
  if (!ASCII.test(local)) return othersThanAscii(local);
  // wide or mathematical letters, which IDNA turns into plain ones
  if (!ASCII.test(typedDomain) && ASCII.test(domain)) return othersThanAscii(typedDomain);
  const labels = domain.split('.');
  const isLatin = ASCII.test(labels.at(-1) ?? '');
  const strange = labels.find((label) => isStrange(label, isLatin));
  return strange === undefined ? '' : othersThanAscii(strange);
}

function isStrange(label: string, underLatin: boolean): boolean {
  if (ASCII.test(label)) return false;
  const letters = label.match(/\p{L}/gu) ?? [];
  const isCyrillic = letters.every((letter) => /\p{Script=Cyrillic}/u.test(letter));
  const isOther = letters.every((letter) => !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(letter));
  if (isCyrillic) return underLatin && LIKE_LATIN.test(label);
  return !isOther;
}

const othersThanAscii = (text: string): string =>
  [...new Set(text.replace(/[\x20-\x7e]/g, ''))].join('').slice(0, 20);
