import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { describeError } from './describe-error.ts';
import { requestId } from './request-id.ts';

/** JSON lines with the request id that an error shows to people. Never secrets, variables or values. */
export const log = pino({
  level: 'warn',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  mixin: () => ({ requestId: requestId.getStore() }),
});

export const nestLog: LoggerService = {
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
  fatal: (message: unknown) => log.fatal(String(message)),
};
