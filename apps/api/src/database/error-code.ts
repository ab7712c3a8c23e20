import { GraphQLError } from 'graphql';

/** No library here wraps errors deeper than this; the limit is needed because causes could form a ring. */
const MAX_DEPTH = 5;

const causeOf = (error: Error): unknown =>
  error instanceof GraphQLError ? error.originalError : error.cause;

/** Does the error, or one that it wraps, have a matching code (SQLSTATE or errno) or message? */
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
 * SQLSTATEs and socket errors that mean "not now" instead of "never": connections (08), resources (53), a session that the server ended (57P0, 25P03,
 * 25P04), a lock that was held for too long (55P03).
 */
const AWAY =
  /^(08|53|57P0|25P0[34]|55P03|3D000|ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)/;
/** Messages of pg that come without a code. */
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout|timeout expired|Query read timeout|is not queryable/i;
const STORAGE_FULL = /^53100$/;

export function isDatabaseAway(error: unknown): boolean {
  return hasCode(error, AWAY, AWAY_MESSAGE);
}

/** For answers that are possible without the database: `catch(unlessAway)` gives undefined if it is away, and throws any other error. */
export function unlessAway(error: unknown): undefined {
  if (!isDatabaseAway(error)) throw error;
}

/** Is the disk full? Then reading still works, but writing needs free space first. */
export function isStorageFull(error: unknown): boolean {
  return hasCode(error, STORAGE_FULL);
}

/** SQLSTATEs for text that the server's encoding cannot hold, and for its escape in JSON. */
const UNSTORABLE = /^(22021|22P05)$/;
const NUL = '\u0000';

/**
 * In PostgreSQL's protocol a NUL ends the statement, so sending one would look like a broken connection. It is refused here, with the server's own
 * code for it.
 */
export function refuseUnstorable(sql: string, params: readonly unknown[]): void {
  if ([sql, ...params.flat()].some((text) => typeof text === 'string' && text.includes(NUL)))
    throw Object.assign(new Error('A text holds a NUL.'), { code: '22021' });
}

export function isUnstorable(error: unknown): boolean {
  return hasCode(error, UNSTORABLE);
}
