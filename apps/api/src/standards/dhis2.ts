import { hash } from 'node:crypto';

// How DHIS2 names things, for the code that writes its files and the code that reads them.

/** The categories of DHIS2, each with our dimension. */
export const CATEGORIES = {
  SEX: 'sex',
  AGE: 'age',
  URBANISATION: 'urbanisation',
  BREAKDOWN: 'breakdown',
} as const;

/** The code of a combination of categories and options: `SEX_F.AGE_Y15T49`; empty if there are none. */
export const comboCode = (categories: Readonly<Record<string, string>>): string =>
  Object.entries(categories)
    .map(([category, option]) => `${category}_${option}`)
    .join('.');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;

export type Dhis2Kind =
  | 'category'
  | 'categoryCombo'
  | 'categoryOption'
  | 'categoryOptionCombo'
  | 'dataElement'
  | 'dataSet'
  | 'organisationUnit';

/** An identifier of DHIS2 (a letter and ten letters or digits), derived from the object, so that it never changes. */
export function identifier(kind: Dhis2Kind, code: string): string {
  const bytes = hash('sha256', `qadam ${kind} ${code}`, 'buffer');
  return Array.from(bytes.subarray(0, 11), (byte, at) => {
    const from = at === 0 ? LETTERS : ALPHABET;
    return from[byte % from.length];
  }).join('');
}

/** Does a text have the form of a DHIS2 identifier? Identifiers are random, so eleven letters of one case count as a word. */
export const isIdentifier = (text: string): boolean =>
  /^[A-Za-z][A-Za-z0-9]{10}$/.test(text) && /[a-z]/.test(text) && /.[A-Z0-9]/.test(text);
