/** Marks without width that a copied cell drags along: byte order mark, joiners, directions, soft hyphen. */
const INVISIBLE = /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060\u00AD]/g;

const APOSTROPHES = /[’‘ʻʼ`´′]/g;

/**
 * The text of a cell without invisible marks and outer spaces (no-break and thin ones included).
 * Deliberately no NFKC: it would turn the footnote in `48³` into 483. Source: methods.md 8.3 step 1.
 */
export function cleanText(text: string | null | undefined): string {
  return (text ?? '').replace(INVISIBLE, '').trim();
}

/** The text without one leading apostrophe: Excel shows `'123` as 123 and keeps it as text. */
export function withoutTextMarker(clean: string): string {
  return clean.startsWith("'") ? clean.slice(1).trim() : clean;
}

/** Longer texts are not folded, because composing a long run of marks takes quadratic time. */
const MAX_WORD_LENGTH = 500;

/**
 * A word as it is compared: without case, with single spaces, composed letters and one kind of apostrophe. A text longer
 * than any word or name stays as it is.
 */
export function foldWord(clean: string): string {
  if (clean.length > MAX_WORD_LENGTH) return clean;
  return clean.normalize('NFC').toLowerCase().replace(APOSTROPHES, "'").replace(/\s+/g, ' ');
}
