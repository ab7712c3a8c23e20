import { hasCode } from './error-code.ts';

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

/** Reading goes on; writing needs free space first. */
export function isStorageFull(error: unknown): boolean {
  return hasCode(error, STORAGE_FULL);
}
