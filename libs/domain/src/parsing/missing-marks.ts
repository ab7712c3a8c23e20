import { foldWord } from './clean-text.ts';

export type MissingMark = 'BLANK' | 'NOT_AVAILABLE' | 'SUPPRESSED';

/** "No data" as the statistical offices of the region write it: OBS_STATUS O. */
const NOT_AVAILABLE = words(
  ['...', '..', '…'],
  ['n/a', 'na', 'n.a.', 'null', 'no data'],
  ['н/д', 'н.д.', 'нд', 'нет данных', 'нет сведений'],
  ['мәлімет жоқ', 'деректер жоқ'], // kk
  ['маалымат жок'], // ky
  ['маълумот нест'], // tg
  ['маълумот йўқ', "ma'lumot yo'q"], // uz
);

/** "There is a number, and it is withheld": OBS_STATUS Q. The x is Latin or Cyrillic. */
const SUPPRESSED = words([
  'x',
  'х',
  '*',
  '(*)',
  'c',
  'конф.',
  'конфиденциально',
  'құпия',
  'confidential',
]);

/** `<10`, `менее 5`, `less than 5 %`: the bound of a small number, not the number. */
const BELOW_A_BOUND = /^(?:<|менее|less than)\s*\d[\d\s.,]*%?$/;

/** The missing mark that a cell carries instead of a number, or null. Source: methods.md 8.3 steps 3, 4. */
export function missingMark(clean: string): MissingMark | null {
  const word = foldWord(clean);
  if (word === '') return 'BLANK';
  if (NOT_AVAILABLE.has(word)) return 'NOT_AVAILABLE';
  return SUPPRESSED.has(word) || BELOW_A_BOUND.test(word) ? 'SUPPRESSED' : null;
}

// An abbreviation is recognised with and without its last full stop: н.д. and н.д, конф. and конф.
function words(...lists: string[][]): ReadonlySet<string> {
  const spelled = lists.flat().flatMap((word) => {
    const stem = word.replace(/(\p{L})\.?$/u, '$1');
    return /\p{L}$/u.test(stem) ? [stem, `${stem}.`] : [word];
  });
  return new Set(spelled);
}
