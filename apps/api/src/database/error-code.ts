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
