const MAX_LENGTH = 120;
/** No file system has longer names; what comes before the last ones of a longer path is not read. */
const MAX_GIVEN = 1000;
const UNNAMED = 'file';

/**
 * The name of an uploaded file as it is shown and offered again: without its path, without characters
 * that steer a screen or a header, and with the extension of what the file really is.
 */
export function fileName(given: string, extension: string): string {
  const base = given
    .slice(-MAX_GIVEN)
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    // controls, and marks that turn the direction of reading ("exe.fdp")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/(?<![.\s])[.\s]+$/, '');
  const short = Array.from(base).slice(0, MAX_LENGTH).join('').trim();
  return `${short === '' ? UNNAMED : short}.${extension}`;
}
