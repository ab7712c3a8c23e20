const MAX_LENGTH = 120;
/** Longer than any system allows; the patterns below go over the rest. */
const MAX_READ = 1000;
const UNNAMED = 'file';

/**
 * The name of an uploaded file as it is shown and offered again: without its path, without characters
 * that steer a screen or a header, and with the extension of what the file really is.
 */
export function fileName(given: string, extension: string): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .slice(0, MAX_READ)
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
