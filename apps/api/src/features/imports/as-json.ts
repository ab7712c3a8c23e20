import type { CheckedRow } from './check-rows.ts';

/** PostgreSQL cannot keep a NUL, and none means anything in a cell. */
export const asJson = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');

/** Rows as they are stored, numbered from `first`. */
export const rowsAsJson = (first: number, rows: readonly CheckedRow[]): string =>
  asJson(rows.map((row, index) => ({ number: first + index, ...row })));
