export type DecimalMark = ',' | '.';

/** The decimal mark that people type in this language. */
export const decimalMark = (lang: string): DecimalMark => (lang === 'en' ? '.' : ',');

/** A stored figure as people type it in this language. */
export const typed = (value: string | null | undefined, mark: DecimalMark): string =>
  value?.replace('.', mark) ?? '';
