import { tracingChannel } from 'node:diagnostics_channel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A piece of work that takes time, for a trace. It never includes what was asked, saved or sent: its names come from the code. */
export interface Step {
  kind: 'request' | 'statement' | 'job' | 'import' | 'release' | 'mail' | 'webhook';
  name: string;
  /** The text of a statement. MikroORM writes values into it, which a subscriber must not pass on. */
  text?: string;
  /** For a request: the W3C header by which it may be part of a trace, its id, and how it ended. */
  arrived?: { traceparent: string | undefined };
  id?: string;
  status?: number;
  /** Headers with which another server joins the trace; set when the step begins. */
  onward?: Record<string, string>;
}

/** Tells subscribers (features/system-health/traces.ts) when work begins and ends. Without subscribers, the work just runs. */
export const STEPS = tracingChannel<unknown, Step>('qadam:step');

export const traced = <T>(step: Step, work: () => Promise<T>): Promise<T> =>
  STEPS.tracePromise(work, step);

/** Makes everything that answers this request part of its step, until the last byte has been sent or the client is gone. */
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
