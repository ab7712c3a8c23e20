import { ApiError } from './api-error.ts';

const MAX_FIRST = 200;

/** The end of a page as opaque text. */
export function writeCursor(kind: string, key: string): string {
  return Buffer.from(JSON.stringify([kind, key])).toString('base64url');
}

/** The key after which the next page begins; null for the first page. Throws for a cursor of another list. */
export function readCursor(kind: string, cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts[0] === kind && typeof parts[1] === 'string') return parts[1];
  } catch {
    // not a cursor of this API
  }
  throw new ApiError('BAD_USER_INPUT', 'This cursor is not of this list.');
}

export function expectFirst(first: number): void {
  if (first < 1 || first > MAX_FIRST)
    throw new ApiError('BAD_USER_INPUT', `first is 1 to ${MAX_FIRST}.`);
}

/** `rows` may hold one row more than asked for, which shows that there is a next page. */
export function pageOf<T>(
  rows: readonly T[],
  first: number,
  cursorOf: (row: T) => string,
): { rows: T[]; next: string | null } {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > first && last !== undefined ? cursorOf(last) : null,
  };
}
