import type { CheckedRow } from './check-rows.ts';

/** As it is stored: PostgreSQL cannot keep a NUL, and none means anything in a cell. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '') : part,
  );

/** Rows as they are stored. */
export const rowsAsJson = (rows: readonly CheckedRow[]): string => asJson(rows);
