import { GraphQLError } from 'graphql';

/** SQLSTATE classes and socket errors that mean "not now", as opposed to "never". */
const AWAY = /^(08|57P0|53300|25P03|55P03|3D000|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)/;
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout/i;

/** Deeper than any library here wraps; and causes could form a ring. */
const MAX_DEPTH = 5;

const causeOf = (error: Error): unknown =>
  error instanceof GraphQLError ? error.originalError : error.cause;

export function isDatabaseAway(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MAX_DEPTH; depth++) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (AWAY.test(code) || AWAY_MESSAGE.test(cause.message)) return true;
    cause = causeOf(cause);
  }
  return false;
}
