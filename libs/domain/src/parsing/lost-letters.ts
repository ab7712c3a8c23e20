const LOST_LETTER = /\?\p{Script=Cyrillic}/u;

/**
 * Whether a text was saved as Windows-1251, which lacks Қ Ғ Ә Ң Ү Ұ Һ Ө Ҳ Ӯ and puts a question mark in
 * their place: `?аза?стан`. Such a file is refused, because its letters are lost. Source: methods.md 8.2.
 */
export function hasLostLetters(text: string): boolean {
  return LOST_LETTER.test(text);
}
