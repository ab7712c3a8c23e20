import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import type { Settings } from '../config/settings.ts';
import { asNobody } from '../database/standing.ts';
import { ApiError } from '../graphql/api-error.ts';
import { policyAtEdge } from './cache-policy.ts';
import { requestId } from './log.ts';
import { tellAnswer } from './measured.ts';
import { MAX_FORM_BYTES } from './public-form.ts';
import { isOpen, OPEN_TO_ALL } from './public-reads.ts';
import { traceRequest } from './traced.ts';

/** Browser features that none of our pages needs. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Addresses whose answers nothing may keep, because they are for one person or hold for a moment. */
const PRIVATE =
  /^\/(auth|calendar\.ics|evidence|framework(\.json)?|health|imports|templates|work)(\/|$)/;
export const isPrivate = (path: string): boolean => PRIVATE.test(path);

/** Headers for every answer. */
export function securityHeaders({ publicOrigin }: Pick<Settings, 'publicOrigin'>) {
  const tls = publicOrigin.startsWith('https:');
  return {
    'content-security-policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': UNUSED,
    ...(tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * For every request that is not answered at once (public-answers.ts): an id, security headers, and an EntityManager of its own, except for public
 * questions, which PublicOrm reads.
 */
export function registerRequestHooks(app: NestFastifyApplication, settings: Settings): void {
  const web = app.getHttpAdapter().getInstance();
  const { em } = app.get<unknown, MikroORM>(MikroORM);
  const security = securityHeaders(settings);

  web.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url.startsWith('/:lang/about/'))
      route.bodyLimit = MAX_FORM_BYTES;
  });
  web.addHook('onRequest', (request, reply, done) => {
    void reply.headers(security);
    requestId.run(request.id, () => {
      traceRequest(request, reply, done);
    });
  });
  web.addHook('onRequest', (request, reply, done) => {
    const [path = ''] = request.url.split('?');
    // no name of a file or code has a NUL, and looking one up would fail
    if (path.includes('%00')) throw new NotFoundException();
    if (isOpen(path)) void reply.headers(OPEN_TO_ALL);
    if (isPrivate(path)) void reply.header('cache-control', 'no-store');
    if (path === '/work/graphql') {
      if (request.method !== 'POST') throw new MethodNotAllowedException();
      // in addition to SameSite cookies; browsers send this header, programs do not
      const site = request.headers['sec-fetch-site'] ?? 'none';
      if (site !== 'none' && site !== 'same-origin')
        throw new ApiError('FORBIDDEN', 'This request came from another site.');
    }
    if (isOpen(path) && request.method === 'OPTIONS') {
      void reply
        .headers({
          'access-control-allow-methods': path === '/graphql' ? 'GET, POST' : 'GET, HEAD',
          'access-control-allow-headers': 'content-type, if-none-match, apollo-require-preflight',
          'access-control-max-age': '86400',
        })
        .status(204)
        .send();
      return;
    }
    done();
  });
  web.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers(policyAtEdge(reply.getHeader('cache-control')));
    done();
  });
  web.addHook('onResponse', (request, reply, done) => {
    const [path] = request.url.split('?'); // without the query, which must not be logged
    tellAnswer(
      { id: request.id, path },
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        seconds: reply.elapsedTime / 1000,
      },
    );
    done();
  });
  web.addHook('preValidation', (request, _reply, done) => {
    // public questions use the one manager of PublicOrm
    if (request.url === '/graphql') done();
    else
      asNobody(() => {
        RequestContext.create(em, done);
      });
  });
}
