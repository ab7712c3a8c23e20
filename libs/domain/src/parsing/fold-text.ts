/** Letters that Unicode does not decompose, each with the letter that people type instead on a keyboard without it. */
const PLAIN: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  ҳ: 'х',
  ҷ: 'ч',
  і: 'и',
  ı: 'i',
};

const MARKS = /\p{M}/gu;

/**
 * Text as it is compared in a search: without case, marks over letters and apostrophes, with plain letters for those of Kazakh,
 * Kyrgyz, Tajik and Uzbek ("Қырғызстан" = "кыргызстан", "O‘zbekiston" = "ozbekiston", "Тоҷикистон" = "точикистон"). Anything
 * that is neither a letter nor a digit becomes a space. Length and positions are not kept.
 */
export function foldText(text: string): string {
  return text
    .replace(MARKS, '') // before normalizing, which takes quadratic time to sort a long run of marks
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[ʻʼ‘’'`´]/gu, '')
    .replace(/[әғқңөұүһҳҷіı]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text, in order; none in a text without letters and digits. */
export function foldedWords(text: string): string[] {
  return foldText(text).split(' ').filter(Boolean);
}
