import type { Maybe } from '../values/figure.ts';

export type PersonalData = 'EMAIL' | 'PHONE' | 'ID_NUMBER';

const EMAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/u;

/** Phone numbers with any country code after a plus, with a code of the region without one, or as dialled at home. */
const PHONES = [
  /\+\d[\d\s().-]{7,18}\d/,
  /(?<![\d.,])(?:00)?(?:996|992|998)[\s(.-]*\d{2,3}[\s).-]*\d(?:[\s.-]?\d){5,6}(?![\d.,])/,
  /(?<![\d.,])8[\s.-]?\(?7\d{2}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?![\d.,])/,
  /(?<![\d.,])0\d{3}(?:[\s.-]?\d){6}(?![\d.,])/,
];

/** A passport: one or two letters and seven or eight digits. */
const PASSPORT = /(?<![\p{L}\d])[A-ZА-Я]{1,2}\s?№?\s?\d{7,8}(?![\p{L}\d])/gu;
/** A personal identification number: 14 digits in Kyrgyzstan and Uzbekistan; 12 in Kazakhstan, the birthday first. */
const PERSON_14 = /(?<!\d)[1-6]\d{13}(?!\d)/g;
const PERSON_12 = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}(?!\d)/g;

/** A quick first test: every pattern above needs one of these characters, and most texts have none. */
const DIGIT_OR_AT = /[@\d]/;

/**
 * The kinds of personal data that a free text seems to hold: an e-mail address, a phone number, the number
 * of a person or a passport. This is a warning, not proof; figures, years and numbers of laws pass.
 * Source: quality.md, "No person-level data".
 */
export function personalData(text: Maybe<string>): PersonalData[] {
  if (text == null || !DIGIT_OR_AT.test(text)) return [];
  const found: PersonalData[] = [];
  if (EMAIL.test(text)) found.push('EMAIL');
  const withoutIds = [PERSON_14, PERSON_12, PASSPORT].reduce(
    (rest, pattern) => rest.replaceAll(pattern, ' # '),
    text,
  );
  if (PHONES.some((pattern) => pattern.test(withoutIds))) found.push('PHONE');
  if (withoutIds !== text) found.push('ID_NUMBER');
  return found;
}
