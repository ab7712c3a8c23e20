/** A column name with its years replaced, so that the columns of next year's file get the same name. */
export const withoutYears = (name: string): string => foldName(name).replace(/(?:19|20)\d\d/g, '#');

/** Longer than any name. The limit is needed because normalising a long run of combining marks takes quadratic time. */
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
