import { unreadable } from '../import-problem.ts';

const isOpenedBy =
  (opening: RegExp) =>
  (bytes: Uint8Array, ...words: readonly string[]): boolean => {
    if (!opening.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return words.every((word) => text.includes(`"${word}"`));
  };

/** Is this an object of JSON, and does it hold all these words? Looked for in the bytes, before anything is parsed. */
export const isJsonWith = isOpenedBy(/^(?:\uFEFF)?\s*\{/);

/** The same of a list. */
export const isJsonListWith = isOpenedBy(/^(?:\uFEFF)?\s*\[/);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records of a list; what is none is left out. */
export const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** An object of JSON, parsed whole: 10 MB of it are small objects. Numbers are texts, digit by digit as they stand in the file. */
export function readJson(bytes: Uint8Array): Record<string, unknown> {
  const file = parsed(bytes);
  if (isRecord(file)) return file;
  throw unreadable('JSON_BROKEN');
}

/** The same of a list. */
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

/** Names and texts of a record, without what is an object itself. */
export const textsOf = (record: Record<string, unknown>): [string, string][] =>
  Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
