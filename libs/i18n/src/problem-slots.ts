import { languageNames, languages, type Language } from './languages.ts';
import { formatNumber } from './numbers.ts';

/** A problem as data: the sentence for it is in the catalog `problems`, under its code. */
export interface ProblemFacts {
  code: string;
  params: readonly { name: string; value: string }[];
}

/** What is no quantity stays as it is: years, numbers of releases, codes, and typed text. */
const verbatim = /year|cycle|release|text|cell|key/i;
/** Of a plan, `target` and `baseline` can be years as well as values. */
const yearCodes = new Set(['TARGET_NOT_AFTER_BASELINE']);

/** What goes into the slots of its sentence, quantities written as the language writes them. */
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
  // what a person wrote, and nobody in this language yet
  const written = languages.find((one) => one === slots['textLanguage']);
  slots['inLanguage'] =
    written === undefined || written === language ? '' : ` [${languageNames[written]}]`;
  // in brackets after "the largest possible value", where that is known
  slots['bound'] = limit === undefined ? '' : ` (${limit})`;
  return slots;
}
