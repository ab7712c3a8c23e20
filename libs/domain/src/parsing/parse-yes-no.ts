import { cleanText, foldWord } from './clean-text.ts';

export interface ParseYesNoInput {
  text?: string | null;
}

export interface ParsedYesNo {
  value: boolean | null;
  error: 'NOT_YES_NO' | null;
}

// en, ru, kk, ky, tg, uz; + marks a ticked item of a list, истина and ложь are Excel's words for true and false.
const YES = new Set('yes true 1 + да истина иә ия ооба бале оре ҳа ha'.split(' '));
const NO = new Set("no false 0 нет ложь жоқ жок не йўқ yo'q".split(' '));

/**
 * Yes or no in any of the six languages; blank is null, not no. "Partly" is neither: NOT_YES_NO.
 * Source: methods.md 8.3.
 */
export function parseYesNo({ text }: ParseYesNoInput): ParsedYesNo {
  const word = foldWord(cleanText(text));
  if (word === '') return { value: null, error: null };
  if (YES.has(word)) return { value: true, error: null };
  if (NO.has(word)) return { value: false, error: null };
  return { value: null, error: 'NOT_YES_NO' };
}
