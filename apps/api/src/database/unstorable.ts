import { hasCode } from './error-code.ts';

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
