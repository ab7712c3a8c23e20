import type { CheckedRow } from './check-rows.ts';

/** As it is stored: PostgreSQL cannot keep a NUL, and none means anything in a cell. */
export function asJson(value: unknown): string {
  const text = JSON.stringify(value);
  // few files have one, and a function that is called for each part takes ten times as long
  return text.includes('\\u0000') ? JSON.stringify(value, withoutNul) : text;
}

const withoutNul = (_key: string, part: unknown): unknown =>
  typeof part === 'string' ? part.replaceAll('\0', '') : part;

/** Rows as they are stored. */
export const rowsAsJson = (rows: readonly CheckedRow[]): string => asJson(rows);
