import { languageNames, languages, type Language } from './languages.ts';
import { formatNumber } from './numbers.ts';

/** A problem as data: the sentence for it is in the catalog `problems`, under its code. */
export interface ProblemFacts {
  code: string;
  params: readonly { name: string; value: string }[];
}

/** Parameters that are no quantities are not formatted: years, numbers of releases, codes, and typed text. */
const verbatim = /year|cycle|release|text|cell|key/i;
/** Problems of a plan in which `target` and `baseline` are years, not values. */
const yearCodes = new Set(['TARGET_NOT_AFTER_BASELINE']);

/** The texts for the slots of the problem's sentence, with quantities in the format of the language. */
export function problemSlots(
  language: Language,
  { code, params }: ProblemFacts,
): Record<string, string> {
  const slots: Record<string, string> = { code };
  for (const { name, value } of params) {
    const isFigure = /^-?\d+(\.\d+)?$/.test(value) && !verbatim.test(name) && !yearCodes.has(code);
    slots[name] = isFigure ? formatNumber(language, value) : value;
  }
  const limit = slots[code === 'ABOVE_MAX' ? 'max' : 'min'] ?? slots['limit'];
  // a text that somebody wrote, but nobody has written in this language yet: its own language is named behind it
  const written = languages.find((one) => one === slots['textLanguage']);
  slots['inLanguage'] =
    written === undefined || written === language ? '' : ` [${languageNames[written]}]`;
  // the limit in brackets, after words such as "the largest possible value"
  slots['bound'] = limit === undefined ? '' : ` (${limit})`;
  return slots;
}
