import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { brotli, takesBrotli } from './brotli.ts';
import { isKnown, NEWEST } from './cache-policy.ts';
import { COSTS, FairUse } from './fair-use.ts';
import { version } from './version.ts';

/** Answers that any page of any site may read: released data, asked for without a cookie. */
const OPEN = /^\/(graphql$|data\/|sdmx\/|iati\/|dhis2\/|feeds\/)/;
export const isOpen = (path: string): boolean => OPEN.test(path);

/** Characters; less than this is in the first packet anyway. */
const WORTH_COMPRESSING = 1000;

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '';
const isCachedQuery = (request: FastifyRequest): boolean =>
  request.method === 'GET' && pathOf(request) === '/graphql';

/** For every public read: a fair share for each network, and for queries by GET what a cache has to know. */
export function registerPublicReads(app: NestFastifyApplication): void {
  const web = app.getHttpAdapter().getInstance();
  const fairUse = app.get(FairUse, { strict: false });
  const etags = new WeakMap<FastifyRequest, string>();
  const current = () => app.get(CurrentRelease, { strict: false });

  web.addHook('onRequest', (request, _reply, done) => {
    if (isOpen(pathOf(request)) && request.method !== 'OPTIONS')
      fairUse.charge(request.ip, costOf(request));
    done();
  });

  // Read before the answer is made: at worst an answer is newer than its ETag, and the next request fetches it again.
  web.addHook('onRequest', async (request, reply) => {
    if (!isCachedQuery(request)) return undefined;
    const etag = etagOf(request, await current().edition());
    etags.set(request, etag);
    if (!isKnown(request.headers['if-none-match'], etag)) return undefined;
    return reply.status(304).headers({ etag, 'cache-control': NEWEST, vary: 'accept' }).send();
  });

  web.addHook('onSend', (request, reply, payload, done) => {
    const etag = etags.get(request);
    const policy = String(reply.getHeader('cache-control') ?? '');
    if (etag !== undefined && policy.startsWith('public'))
      void reply.headers({ etag, vary: 'accept' });
    done(null, payload);
  });

  // The desks' answers are not compressed: their length could reveal secrets beside a text that an attacker chose.
  web.addHook('onSend', async (request, reply, payload) => {
    if (pathOf(request) !== '/graphql' || typeof payload !== 'string') return payload;
    if (payload.length < WORTH_COMPRESSING || reply.statusCode !== 200) return payload;
    const vary = reply.getHeader('vary');
    void reply.header('vary', [vary, 'accept-encoding'].flat().filter(Boolean).join(', '));
    if (!takesBrotli(request.headers['accept-encoding'])) return payload;
    void reply.header('content-encoding', 'br').removeHeader('content-length');
    return brotli(payload);
  });
}

/** The rest of the cost of a GraphQL query is taken when its size is known (graphql/limits.ts). */
function costOf({ method, headers, url }: FastifyRequest): number {
  const isAnswer = url.startsWith('/graphql') || method === 'HEAD' || 'if-none-match' in headers;
  return isAnswer ? COSTS.answer : COSTS.file;
}

/** An answer depends on the version, the release, the query and the format. */
function etagOf({ url, headers }: FastifyRequest, edition: string | null): string {
  const question = createHash('sha256')
    .update(`${headers.accept ?? ''}\n${url}`)
    .digest('hex');
  return `"${edition ?? 'none'}-${version}-${question.slice(0, 16)}"`;
}
