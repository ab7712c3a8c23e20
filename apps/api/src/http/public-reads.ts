import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { COSTS, FairUse } from './fair-use.ts';

/** Addresses whose answers any page of any site may read: released data, requested without a cookie. */
const OPEN = /^\/(graphql$|data\/|sdmx\/|iati\/|dhis2\/|feeds\/)/;
export const isOpen = (path: string): boolean => OPEN.test(path);

/** Headers by which browsers let pages of other sites read an answer. */
export const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-disposition, retry-after',
};

/** Requests that have been charged already (public-answers.ts). */
export const CHARGED = new WeakSet<IncomingMessage>();

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';

/** Charges every public read to the share of its network. */
export function registerPublicReads(app: NestFastifyApplication): void {
  const web = app.getHttpAdapter().getInstance();
  const fairUse = app.get(FairUse, { strict: false });

  web.addHook('onRequest', (request, _reply, done) => {
    if (isOpen(pathOf(request)) && request.method !== 'OPTIONS' && !CHARGED.has(request.raw))
      fairUse.charge(request.ip, costOf(request));
    done();
  });
}

/** The rest of the cost of a GraphQL query is taken when its answer has to be made (graphql/limits.ts). */
function costOf({ method, headers, url }: FastifyRequest): number {
  const isAnswer = url.startsWith('/graphql') || method === 'HEAD' || 'if-none-match' in headers;
  return isAnswer ? COSTS.answer : COSTS.file;
}
