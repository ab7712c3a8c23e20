import type { CheckedRow } from './check-rows.ts';

/** As it is stored: PostgreSQL cannot keep a NUL, and none means anything in a cell. */
export function asJson(value: unknown): string {
  const text = JSON.stringify(value);
  // few files have one, and a function that is called for each part takes ten times as long
  return text.includes('\\u0000') ? JSON.stringify(value, withoutNul) : text;
}

const withoutNul = (_key: string, part: unknown): unknown =>
  typeof part === 'string' ? part.replaceAll('\0', '') : part;

/** Room for a batch of rows, which are half of it. */
const ROOM = 2 ** 20;
/** That a unit of a text takes at most. */
const BYTES_OF_UNIT = 3;

/** Rows as they are stored, each written when it is taken: as bytes, which go to the database as they are and are never one long text. */
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
