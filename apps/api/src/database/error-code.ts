import { GraphQLError } from 'graphql';

/** Deeper than any library here wraps; and causes could form a ring. */
const MAX_DEPTH = 5;

const causeOf = (error: Error): unknown =>
  error instanceof GraphQLError ? error.originalError : error.cause;

/** Does the error, or one that it wraps, carry such a code (SQLSTATE or errno), or such a message? */
export function hasCode(error: unknown, code: RegExp, message?: RegExp): boolean {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MAX_DEPTH; depth++) {
    const found = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (code.test(found) || message?.test(cause.message)) return true;
    cause = causeOf(cause);
  }
  return false;
}

/**
 * SQLSTATE and socket errors that mean "not now", as opposed to "never": connections (08), resources (53), a session that the
 * server ended (57P0, 25P03, 25P04), a lock that somebody held for too long (55P03).
 */
const AWAY =
  /^(08|53|57P0|25P0[34]|55P03|3D000|ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)/;
/** What pg says without a code. */
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout|timeout expired|Query read timeout|is not queryable/i;
const STORAGE_FULL = /^53100$/;

export function isDatabaseAway(error: unknown): boolean {
  return hasCode(error, AWAY, AWAY_MESSAGE);
}

/** For what can be answered without the database: then it is undefined. */
export function unlessAway(error: unknown): undefined {
  if (!isDatabaseAway(error)) throw error;
}

/** Reading goes on; writing needs free space first. */
export function isStorageFull(error: unknown): boolean {
  return hasCode(error, STORAGE_FULL);
}

/** SQLSTATE of text that no encoding of the server holds, and of its escape in JSON. */
const UNSTORABLE = /^(22021|22P05)$/;
const NUL = '\u0000';

/**
 * A NUL ends the statement in PostgreSQL's protocol: sent on, it looks like a broken connection. So it is refused here,
 * with the code that the server has for it.
 */
export function refuseUnstorable(sql: string, params: readonly unknown[]): void {
  if ([sql, ...params.flat()].some((text) => typeof text === 'string' && text.includes(NUL)))
    throw Object.assign(new Error('A text holds a NUL.'), { code: '22021' });
}

export function isUnstorable(error: unknown): boolean {
  return hasCode(error, UNSTORABLE);
}
