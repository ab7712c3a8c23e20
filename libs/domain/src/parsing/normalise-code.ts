import { cleanText } from './clean-text.ts';

export type CodeWarning = 'CASE_FIXED' | 'LOOKALIKE_FIXED' | 'SEPARATOR_FIXED';

export interface NormaliseCodeInput {
  text?: string | null;
  codelist: readonly string[];
}

export interface NormalisedCode {
  code: string | null;
  error: 'UNKNOWN_CODE' | null;
  warnings: CodeWarning[];
}

const CYRILLIC = 'АВЕКМНОРСТУХІЈЅ';
const LATIN = 'ABEKMHOPCTYXIJS';
const TWINS = new Map(
  Array.from(CYRILLIC + CYRILLIC.toLowerCase(), (letter, index) => [
    letter,
    (LATIN + LATIN.toLowerCase()).charAt(index),
  ]),
);

const REPAIRS: readonly { warning: CodeWarning; repair: (code: string) => string }[] = [
  { warning: 'LOOKALIKE_FIXED', repair: latinTwins },
  { warning: 'CASE_FIXED', repair: (code) => code.toUpperCase() },
  { warning: 'SEPARATOR_FIXED', repair: (code) => code.replace(/[\s\-–—]+/g, '_') },
];

/**
 * The code of the list that a typed code means: exact, else with Cyrillic look-alikes replaced, then in
 * upper case, then with underscores, each step on top of the last until the list has it. Every step
 * taken is a warning. A letter without a twin, or a code that is not in the list: UNKNOWN_CODE.
 * Source: methods.md 8.2, 8.3.
 */
export function normaliseCode({ text, codelist }: NormaliseCodeInput): NormalisedCode {
  let code = cleanText(text);
  const warnings: CodeWarning[] = [];
  if (codelist.includes(code)) return { code, error: null, warnings };
  for (const { warning, repair } of REPAIRS) {
    const repaired = repair(code);
    if (repaired === code) continue;
    code = repaired;
    warnings.push(warning);
    if (codelist.includes(code)) return { code, error: null, warnings };
  }
  return { code: null, error: 'UNKNOWN_CODE', warnings: [] };
}

function latinTwins(code: string): string {
  return code.replace(/\p{Script=Cyrillic}/gu, (letter) => TWINS.get(letter) ?? letter);
}
