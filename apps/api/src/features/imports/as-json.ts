import type { CheckedRow } from './check-rows.ts';

/** JSON for the database, without NUL characters: PostgreSQL cannot store one, and in a cell it means nothing. */
export function asJson(value: unknown): string {
  const text = JSON.stringify(value);
  // few files have a NUL, and `stringify` with a replacer takes ten times as long
  return text.includes('\\u0000') ? JSON.stringify(value, withoutNul) : text;
}

const withoutNul = (_key: string, part: unknown): unknown =>
  typeof part === 'string' ? part.replaceAll('\0', '') : part;

/** The first size of the buffer, in bytes: about twice what a batch of rows needs. */
const ROOM = 2 ** 20;
/** The most bytes that one UTF-16 unit of a text takes in UTF-8. */
const BYTES_OF_UNIT = 3;

/** The rows as a JSON array in bytes, which go to the database unchanged. Each row is written as it comes, so there is never one long string. */
export function rowsAsJson(rows: Iterable<CheckedRow>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(ROOM);
  let length = 0;
  const write = (text: string) => {
    const needed = length + text.length * BYTES_OF_UNIT;
    if (needed > bytes.length) bytes = new Uint8Array(bytes.buffer.transfer(2 * needed));
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
  };
  let before = '[';
  for (const row of rows) {
    write(before + asJson(row));
    before = ',';
  }
  write(before === '[' ? '[]' : ']');
  return new Uint8Array(bytes.buffer.transfer(length));
}
