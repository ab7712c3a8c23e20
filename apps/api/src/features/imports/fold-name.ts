/** No name is longer: what comes after decides nothing, and composing marks without end takes the square of their number. */
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
