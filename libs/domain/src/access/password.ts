import { COMMON_WORDS } from './common-passwords.ts';
import { isKeyboardWalk, keysOf } from './keyboard.ts';

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
const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 256;
/** A password with more characters beside its known pieces, or with more of these, is hard enough to guess. */
const MAX_OTHERS = 8;
const MAX_PIECES = 3;
/** The longest piece that is looked up, and the shortest run of keys or letters. */
const MAX_WORD = 24;
const MIN_RUN = 4;

/** In keys: the words of the list, however they are typed. */
const common = new Set([...COMMON_WORDS].flatMap(keysOf));

/**
 * Why a password cannot be taken; null where it can. Too short or long: 12 to 256 characters, counted as code points after NFC, so
 * that a letter counts once in every language and wherever it is counted. Or one that is tried first: words of the list and of the
 * own name or address, and runs on the keyboard or through the alphabet, in any of our layouts or in the wrong one; up to three of
 * them, with few other characters around and between. No rules of composition: they make passwords worse.
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

/** As it stands, and with lookalikes read as letters: "summ3r2026!"; of a repetition what is repeated. */
function readingsOf(text: string): string[] {
  const unmasked = text.replace(/[013457@$!]/g, (c) => LOOKALIKES[c] ?? c);
  return [...new Set([text, unmasked])].map(repeated);
}

/** The shortest text that this one is a repetition of, or the text itself. */
function repeated(text: string): string {
  return text.slice(0, `${text}${text}`.indexOf(text, 1));
}

/**
 * Can the text be cut into a few known pieces with few other characters between? `fewest[n][others]`: pieces that its first n
 * characters need with that many others among them.
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

/** abcdef, абвгде, 54321: steps of one. */
function isSequence(text: string): boolean {
  if (text.length < MIN_RUN) return false;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  return [1, -1].some((step) => steps.every((taken) => taken === step));
}
