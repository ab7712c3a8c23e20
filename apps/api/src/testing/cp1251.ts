const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** A text as Russian Excel saves it; characters that its code page lacks become question marks. */
export const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (one) => BYTES.get(one) ?? 63));
