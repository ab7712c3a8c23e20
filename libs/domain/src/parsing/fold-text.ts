/** Letters that Unicode does not take apart, with the ones typed in their place on a keyboard without them. */
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
 * Text as it is compared in a search: without case, marks over letters and apostrophes, with the letters of Kazakh, Kyrgyz, Tajik and Uzbek as
 * their plain neighbours ("Қырғызстан" = "кыргызстан", "O‘zbekiston" = "ozbekiston", "Тоҷикистон" = "точикистон"). Anything that is neither a
 * letter nor a digit is a space. Length and positions are not kept.
 */
export function foldText(text: string): string {
  return text
    .replace(MARKS, '') // to put marks without end into their order takes the square of their number
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
