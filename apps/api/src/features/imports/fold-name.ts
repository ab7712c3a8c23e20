/** The name of a column with its years taken out: that of the next year is headed like it. */
export const withoutYears = (name: string): string => foldName(name).replace(/(?:19|20)\d\d/g, '#');

/** Longer than any name. Composing a long run of marks takes quadratic time. */
const LONGEST = 500;

/** Names are compared without regard to case, spaces and the many apostrophes of Uzbek. */
export function foldName(name: string): string {
  return name
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/[\uFEFF\u200B]/g, '')
    .replace(/[’‘ʻʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
