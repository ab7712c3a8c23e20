import { tracingChannel } from 'node:diagnostics_channel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Work that takes time, as a trace shows it. Never what was asked, saved or sent: names are of the code. */
export interface Step {
  kind: 'request' | 'statement' | 'job' | 'import' | 'release' | 'mail' | 'webhook';
  name: string;
  /** Of a statement: its text, in which values have places only. */
  text?: string;
  /** Of a request: where it says that it is part of a trace, by W3C, and how it ended. */
  arrived?: { traceparent: string | undefined };
  id?: string;
  status?: number;
  /** Headers by which another server joins the trace; filled in when the step begins. */
  onward?: Record<string, string>;
}

/** Tells who follows (features/system-health/traces.ts) when work begins and ends. Where nobody does it is done as if this were not here. */
export const STEPS = tracingChannel<unknown, Step>('qadam:step');

export const traced = <T>(step: Step, work: () => Promise<T>): Promise<T> =>
  STEPS.tracePromise(work, step);

/** Everything that answers this request is part of it, until the last byte has left or the client has. */
export function traceRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!STEPS.hasSubscribers) {
    done();
    return;
  }
  const { traceparent } = request.headers;
  const step: Step = {
    kind: 'request',
    name: `${request.method} ${request.routeOptions.url ?? 'none'}`,
    id: request.id,
    arrived: { traceparent: typeof traceparent === 'string' ? traceparent : undefined },
  };
  reply.raw.once('close', () => {
    step.status = reply.statusCode;
    STEPS.asyncEnd.publish(step);
  });
  STEPS.start.runStores(step, done);
}
