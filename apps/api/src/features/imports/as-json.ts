import { type RawBuilder, sql } from 'kysely';
import type { CheckedRow } from './check-rows.ts';

/** PostgreSQL cannot keep a NUL, and none means anything in a cell. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '') : part,
  );

/** A value for a jsonb column of what a file says. */
export const cleanJson = <T>(value: T): RawBuilder<T> => sql<T>`${asJson(value)}::jsonb`;

/** Rows as they are stored. */
export const rowsAsJson = (rows: readonly CheckedRow[]): string => asJson(rows);
