import { COMMON_WORDS } from './common-passwords.ts';
import { isPasswordLength } from './passwords.ts';

/** What people write for a letter. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** More digits and signs than this are a secret of their own, and so are more words, if they were chosen by dice. */
const MAX_DECORATION = 8;
const MAX_WORDS = 3;

/**
 * Why a password cannot be taken; null where it can. Too short or long (12 to 1024 bytes), or one that is tried first:
 * words of the list and of the own name or address, repeated or with digits and signs around and between them. No rules of
 * composition: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordProblem(
  password: string,
  person: { email: string; name: string },
): 'PASSWORD_LENGTH' | 'PASSWORD_COMMON' | null {
  if (!isPasswordLength(password)) return 'PASSWORD_LENGTH';
  const text = password.normalize('NFKC').toLowerCase();
  const own = `${person.email} ${person.name}`.toLowerCase().split(/[^\p{L}]+/u);
  const words = new Set([...COMMON_WORDS, ...own.filter((word) => word.length > 2)]);
  const common = isMonotonous(text) || readingsOf(text).some((word) => isMadeOf(word, words));
  return common ? 'PASSWORD_COMMON' : null;
}

/** The letters of it: as they stand, with lookalikes read as letters, and so without what stands around: "summ3r2026!". */
function readingsOf(text: string): string[] {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const unmask = (masked: string) => masked.replace(/[013457@$!]/g, (c) => LOOKALIKES[c] ?? c);
  return [text, unmask(text), unmask(core)]
    .map((reading) => reading.replace(/\P{L}/gu, ''))
    .filter((reading) => reading !== '' && text.length - reading.length <= MAX_DECORATION)
    .map((reading) => /^(.+?)\1+$/u.exec(reading)?.[1] ?? reading);
}

/** Is the text a few words of the list, one after the other? `fewest[n]`: words that its first n characters need. */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  if (text.length > 100) return false;
  const fewest = [0];
  for (let end = 1; end <= text.length; end++)
    fewest[end] = Math.min(
      ...fewest.map((count, start) => (words.has(text.slice(start, end)) ? count + 1 : Infinity)),
    );
  return (fewest[text.length] ?? Infinity) <= MAX_WORDS;
}

/** 111111111111, abcabcabcabc, 123456789012: fewer than five different characters, or steps of one (9 is followed by 0). */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 5) return true;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  return [1, -1].some((step) => steps.every((taken) => taken === step || taken === -9 * step));
}
