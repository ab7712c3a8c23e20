/** Names are compared without regard to case, spaces and the many apostrophes of Uzbek. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\uFEFF\u200B]/g, '')
    .replace(/[’‘ʻʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
