import { COMMON_WORDS } from './common-passwords.ts';
import { isKeyboardWalk, keysOf } from './keyboard.ts';

/** Characters that people write instead of a letter. */
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
const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 256;
/** A password with more other characters around its known pieces, or with more pieces, is hard enough to guess. */
const MAX_OTHERS = 8;
const MAX_PIECES = 3;
/** The longest piece that is looked up, and the shortest run of keys or letters that counts as a piece. */
const MAX_WORD = 24;
const MIN_RUN = 4;

/** The words of the list, as the keys that write them in any layout. */
const common = new Set([...COMMON_WORDS].flatMap(keysOf));

/**
 * Why a password is refused; null if it is not. PASSWORD_LENGTH: not 12 to 256 characters, counted as code points after NFC, so
 * that a letter counts once in every language. PASSWORD_COMMON: attackers would try it early, because it consists of up to three
 * words of the list or of the person's own name or address, or runs on the keyboard or through the alphabet, in any of our layouts
 * or in the wrong one, with few other characters around and between. No rules of composition: they make passwords worse.
 * Source: NIST SP 800-63B, 5.1.1.2.
 */
export function passwordProblem(
  password: string,
  person: { readonly email: string; readonly name: string },
): 'PASSWORD_LENGTH' | 'PASSWORD_COMMON' | null {
  const { length } = Array.from(password.normalize('NFC'));
  if (length < MIN_CHARACTERS || length > MAX_CHARACTERS) return 'PASSWORD_LENGTH';
  const text = password.normalize('NFKC').toLowerCase();
  const own = `${person.email} ${person.name}`.normalize('NFKC').toLowerCase();
  const ownWords = own.split(/[^\p{L}]+/u).filter((word) => Array.from(word).length > 2);
  const words = new Set([...common, ...ownWords.flatMap(keysOf)]);
  const isTried = new Set(text).size < 5 || readingsOf(text).some((read) => isMadeOf(read, words));
  return isTried ? 'PASSWORD_COMMON' : null;
}

/** The text itself, and with lookalikes read as letters ("summ3r2026!"); where a text is repeated, one repetition of it. */
function readingsOf(text: string): string[] {
  const unmasked = text.replace(/[013457@$!]/g, (c) => LOOKALIKES[c] ?? c);
  return [...new Set([text, unmasked])].map(repeated);
}

/** The shortest text of which this one is a repetition, or the text itself. */
function repeated(text: string): string {
  return text.slice(0, `${text}${text}`.indexOf(text, 1));
}

/**
 * Can the text be cut into a few known pieces with few other characters between? `fewest[n][others]` is the smallest number of
 * pieces for the first n characters if that many characters belong to no piece.
 */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  if (text.length > MAX_PIECES * MAX_WORD + MAX_OTHERS) return false;
  const typed = keysOf(text);
  const isKnown = (start: number, end: number) =>
    typed.some((keys) => isKnownPiece(keys.slice(start, end), words)) ||
    isSequence(text.slice(start, end));
  const fewest: number[][] = [Array.from({ length: MAX_OTHERS + 1 }, () => 0)];
  for (let end = 1; end <= text.length; end++) {
    const best = (fewest[end - 1] ?? []).map((_, others, before) => before[others - 1] ?? Infinity);
    for (let start = Math.max(0, end - MAX_WORD); start < end; start++) {
      if (!isKnown(start, end)) continue;
      for (const [others, pieces] of (fewest[start] ?? []).entries())
        best[others] = Math.min(best[others] ?? Infinity, pieces + 1);
    }
    fewest[end] = best;
  }
  return Math.min(...(fewest[text.length] ?? [])) <= MAX_PIECES;
}

function isKnownPiece(keys: string, words: ReadonlySet<string>): boolean {
  return words.has(keys) || (keys.length >= MIN_RUN && isKeyboardWalk(keys));
}

/** Does each character follow the one before it, up or down? abcdef, абвгде, 54321. */
function isSequence(text: string): boolean {
  if (text.length < MIN_RUN) return false;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  return [1, -1].some((step) => steps.every((taken) => taken === step));
}
