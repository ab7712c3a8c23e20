import { unreadable } from '../import-problem.ts';

const isOpenedBy =
  (opening: RegExp) =>
  (bytes: Uint8Array, ...words: readonly string[]): boolean => {
    if (!opening.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return words.every((word) => text.includes(`"${word}"`));
  };

/** Is this a JSON object that contains all these quoted words? They are searched for in the bytes, before anything is parsed. */
export const isJsonWith = isOpenedBy(/^(?:\uFEFF)?\s*\{/);

/** The same for a JSON list. */
export const isJsonListWith = isOpenedBy(/^(?:\uFEFF)?\s*\[/);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a list; other items are left out. */
export const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Parses a JSON object whole, which at 10 MB at most takes little memory. Numbers become texts, digit by digit as in the file. */
export function readJson(bytes: Uint8Array): Record<string, unknown> {
  const file = parsed(bytes);
  if (isRecord(file)) return file;
  throw unreadable('JSON_BROKEN');
}

/** The same for a JSON list. */
export function readJsonList(bytes: Uint8Array): unknown[] {
  const file = parsed(bytes);
  if (Array.isArray(file)) return file;
  throw unreadable('JSON_BROKEN');
}

function parsed(bytes: Uint8Array): unknown {
  const digits = (_key: string, value: unknown, { source }: { source?: string }) =>
    typeof value === 'number' ? source : value;
  const parse = JSON.parse as (text: string, revive: typeof digits) => unknown;
  try {
    return parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''), digits);
  } catch {
    throw unreadable('JSON_BROKEN');
  }
}

/** The names and texts of a record; members that are not texts are left out. */
export const textsOf = (record: Record<string, unknown>): [string, string][] =>
  Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
