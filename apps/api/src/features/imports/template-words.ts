import { languages, translator } from '@qadam/i18n';
import type { FactBasis, MissingReason } from '../../graphql/enums.ts';
import { FACT_BASES, STATUS_OF_REASON } from '@qadam/domain';
import { foldName } from './fold-name.ts';

/** The statuses that the list of the template offers, in its order: SDMX CL_OBS_STATUS. */
export const STATUSES = ['A', 'P', 'E', 'B', 'U', 'L', 'O', 'M', 'Q'] as const;

/** The words that people may write in a template, folded, in all languages, as it may be filled in in another language than its own. */
export interface TemplateWords {
  /** From the word for a status to its code. */
  status: Readonly<Record<string, string>>;
  /** From the word for “official” or “press” to its code. */
  basis: Readonly<Record<string, FactBasis>>;
  /** The words for the total in the breakdown column. */
  total: readonly string[];
}

export async function readTemplateWords(): Promise<TemplateWords> {
  const status = Object.entries(STATUS_OF_REASON).map(([reason, code]) => [reason, code] as const);
  const basis: [string, FactBasis][] = FACT_BASES.map((code) => [code, code]);
  const total: string[] = [];
  for (const language of languages) {
    const t = await translator(language, 'files');
    status.push(...STATUSES.map((code) => [t(`template.status.${code}`), code] as const));
    total.push(foldName(t('template.total')));
    const pages = await translator(language, 'public');
    basis.push(...FACT_BASES.map((code): [string, FactBasis] => [pages(`law.${code}`), code]));
  }
  return {
    status: Object.fromEntries(status.map(([word, code]) => [foldName(word), code])),
    basis: Object.fromEntries(basis.map(([word, code]) => [foldName(word), code])),
    total,
  };
}

/** Statuses by their names in CL_OBS_STATUS, as Open SDG writes them. */
const STATUS_NAMES: Readonly<Record<string, string | null>> = {
  undefined: null,
  'normal value': 'A',
  'time series break': 'B',
  'estimated value': 'E',
  estimated: 'E',
  'provisional value': 'P',
  provisional: 'P',
  'low reliability': 'U',
};

/** The SDMX code of a status: null where none is given, undefined where it is not known. */
export function statusOf(text: string, words: TemplateWords['status']): string | null | undefined {
  const word = text.trim();
  if (word === '') return null;
  const known = words[foldName(word)];
  if (known !== undefined) return known;
  const named = STATUS_NAMES[foldName(word)];
  if (named !== undefined) return named;
  const code = word.toUpperCase();
  // any other single letter is a code of CL_OBS_STATUS; whether we accept it is checked later
  return STATUSES.find((one) => one === code) ?? (/^[A-Z]$/.test(word) ? word : undefined);
}

/** Official or press: null if the text is empty, undefined if it is unknown. */
export function basisOf(text: string, words: TemplateWords['basis']): FactBasis | null | undefined {
  const word = text.trim();
  return word === '' ? null : words[foldName(word)];
}

/** The missing reason for each status that means there is no value. */
export const REASON_OF_STATUS: ReadonlyMap<string, MissingReason> = new Map(
  Object.entries(STATUS_OF_REASON).map(([reason, code]) => [code, reason as MissingReason]),
);
