export type TextEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'utf-8-bom' | 'windows-1251';

export interface DecodedText {
  encoding: TextEncoding;
  text: string;
}

/** The standard decoder of every browser and of Node; declared here because the domain has the types of neither. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * The text of a file and its encoding: by the byte order mark, else strict UTF-8, else the Windows-1251 of
 * Russian Excel. The last is an assumption, so people are shown a preview to confirm it.
 * Source: methods.md 8.2.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded('utf-8-bom', 'utf-8', bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return decoded('utf-16le', 'utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decoded('utf-16be', 'utf-16be', bytes);
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return decoded('windows-1251', 'windows-1251', bytes);
  }
}

function decoded(encoding: TextEncoding, label: string, bytes: Uint8Array): DecodedText {
  return { encoding, text: new TextDecoder(label).decode(bytes) };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
