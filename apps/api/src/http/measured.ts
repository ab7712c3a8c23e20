import { channel } from 'node:diagnostics_channel';
import { log } from './log.ts';

/** Channels with a message for every answer, and for every operation that GraphQL ran; for a stored answer it runs none. */
export const REQUESTS = channel('qadam:request');
export const OPERATIONS = channel('qadam:operation');

export interface MeasuredRequest {
  method: string;
  /** The route as it is declared, without what was asked for: `/data/:file`. */
  route: string;
  status: number;
  seconds: number;
}

export interface MeasuredOperation {
  field: string;
  failed: boolean;
  seconds: number;
}

/** Logs and measures an answer that was sent. What was asked for must not get into the log or the measures. */
export function tellAnswer(
  { id, path }: { id: string; path: string | undefined },
  { method, route, status, seconds }: MeasuredRequest,
): void {
  const ms = Math.round(seconds * 1000);
  log.info({ requestId: id, method, path, status, ms }, 'request');
  if (REQUESTS.hasSubscribers)
    REQUESTS.publish({ method, route, status, seconds } satisfies MeasuredRequest);
}
