export type DecimalMark = ',' | '.';

/** The mark that people of this language type between whole and decimals. */
export const decimalMark = (lang: string): DecimalMark => (lang === 'en' ? '.' : ',');

/** A stored figure as a person of this language would type it. */
export const typed = (value: string | null | undefined, mark: DecimalMark): string =>
  value?.replace('.', mark) ?? '';
