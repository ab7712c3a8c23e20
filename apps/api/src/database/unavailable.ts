import { hasCode } from './error-code.ts';

/** SQLSTATE classes and socket errors that mean "not now", as opposed to "never". */
const AWAY = /^(08|57P0|53300|25P03|55P03|3D000|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)/;
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout/i;

export function isDatabaseAway(error: unknown): boolean {
  return hasCode(error, AWAY, AWAY_MESSAGE);
}
