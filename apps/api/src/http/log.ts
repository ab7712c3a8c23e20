import { AsyncLocalStorage } from 'node:async_hooks';
import { DriverException } from '@mikro-orm/core';
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Set for each HTTP request: error formatting and logging have no context of their own. */
export const requestId = new AsyncLocalStorage<string>();

/** Writes JSON lines with the request id that people see with an error. Secrets, variables and values must never be logged. */
export const log = pino({
  level: 'warn',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError, failure: describeFailure },
  mixin: () => ({ requestId: requestId.getStore() }),
});

export const nestLog: LoggerService = {
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
  fatal: (message: unknown) => log.fatal(String(message)),
};

/**
 * An error for the log. The database's message about a failed statement quotes its values, and values of drafts or people must not
 * get into logs: only the kind, the code, the table and where it happened are kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  if (error instanceof DriverException || 'severity' in error) return describeFailure(error);
  const { constructor, message } = error;
  return { type: constructor.name, message, stack: framesOf(error) };
}

/** The error of a job, `failure` in the log, without any message: that of a mail server names the recipient. */
export function describeFailure(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as Error & Record<string, unknown>;
  return { type: error.constructor.name, code, table, constraint, stack: framesOf(error) };
}

/** Where it happened: the stack without the message at its beginning. */
const framesOf = ({ stack = '', message }: Error): string =>
  stack
    .replace(message, () => '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
