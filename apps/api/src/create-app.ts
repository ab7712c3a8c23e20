import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import proxyAddress from '@fastify/proxy-addr';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { AppModule, type AppOptions } from './app.module.ts';
import type { Settings } from './config/settings.ts';
import { DescriptionService } from './features/exchange/catalogue/description.service.ts';
import { ImportAnswers } from './features/imports/import-answers.ts';
import { CurrentRelease } from './features/releases/current-release.ts';
import { RequestActor } from './features/users/request-actor.ts';
import { ApiError } from './graphql/api-error.ts';
import { publicExecutor } from './graphql/execute-public.ts';
import { formatError } from './graphql/format-error.ts';
import { MAX_BODY_BYTES, MAX_FRAMEWORK_BYTES } from './graphql/limits.ts';
import { closeIdleConnections } from './http/closing.ts';
import { CodedErrorFilter } from './http/coded-error.filter.ts';
import { nestLog } from './http/log.ts';
import { FairUse } from './http/fair-use.ts';
import { registerPages } from './http/pages.ts';
import { registerPublicAnswers } from './http/public-answers.ts';
import { registerPublicReads } from './http/public-reads.ts';
import { isReader, sendErrorPage } from './http/error-page.ts';
import { registerRequestHooks, securityHeaders } from './http/request-hooks.ts';
import { routeAddress } from './http/route-address.ts';
import { registerSecurityText } from './http/security-text.ts';
import {
  ANSWER_DEADLINE_MS,
  BODY_DEADLINE_MS,
  CHECKED_EVERY_MS,
  HEADERS_DEADLINE_MS,
  KEEP_ALIVE_MS,
  registerSlowBodies,
  registerSlowReaders,
  UPLOAD_DEADLINE_MS,
} from './http/slow-clients.ts';
import { MAX_UPLOAD_BYTES, registerUploads } from './http/uploads.ts';

interface Options extends AppOptions {
  /** The folder of the web's build, which need not exist. */
  webRoot?: string;
  /** Resolves when the build can be read. */
  webBuilt?: Promise<void>;
}

/** The whole server except for its port: main listens, tests inject. It needs no tables yet, so they can be made meanwhile. */
export async function createApp(options: Options): Promise<NestFastifyApplication> {
  const trusts = proxyAddress.compile(options.settings.trustProxy);
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => randomUUID(),
    rewriteUrl: routeAddress,
    // only these proxies are trusted to name the client
    trustProxy: trusts,
    forceCloseConnections: 'idle',
    requestTimeout: UPLOAD_DEADLINE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_DEADLINE_MS, connectionsCheckingInterval: CHECKED_EVERY_MS },
    // an address that cannot be decoded is answered before our filters run, by default with Fastify's own text
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void reply.status(400).header('x-content-type-options', 'nosniff');
      const extensions = { code: 'BAD_USER_INPUT', requestId: request.id };
      const answer = { errors: [{ message: 'The address is not valid.', extensions }] };
      if (!isReader(request)) void reply.send(answer);
      else
        sendErrorPage(request, reply, { status: 400, requestId: request.id }).catch(() => {
          void reply.send(answer);
        });
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: nestLog,
    abortOnError: false,
  });
  app.useGlobalFilters(new CodedErrorFilter());
  closeIdleConnections(adapter.getInstance());
  const watchBody = registerSlowBodies(adapter.getInstance(), BODY_DEADLINE_MS);
  const watchAnswer = registerSlowReaders(adapter.getInstance(), ANSWER_DEADLINE_MS);
  registerPublicAnswers(app, {
    security: securityHeaders(options.settings),
    addressOf: (request) => proxyAddress(request, trusts),
    watchBody,
    watchAnswer,
  });
  registerRequestHooks(app, options.settings);
  registerPublicReads(app);
  registerSecurityText(adapter.getInstance(), {
    origin: options.settings.publicOrigin,
    contact: options.settings.contact,
  });
  const imports = app.get(ImportAnswers, { strict: false });
  const people = app.get(RequestActor, { strict: false });
  await registerUploads(app, {
    '/sdmx/data': { bytes: MAX_UPLOAD_BYTES, senderOf: (request) => imports.senderOf(request) },
    '/framework': { bytes: MAX_FRAMEWORK_BYTES, senderOf: (request) => people.changing(request) },
  });
  await options.webBuilt;
  await registerWeb(app, options.settings, options.webRoot);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

function unavailable(): FormattedExecutionResult {
  const error = new ApiError('UNAVAILABLE');
  return { errors: [formatError(error.toJSON(), error)] };
}

/** Without a build of the web, the server is only an API. */
async function registerWeb(
  app: NestFastifyApplication,
  { publicOrigin, demo, contact }: Settings,
  webRoot?: string,
): Promise<void> {
  if (webRoot === undefined || !existsSync(path.join(webRoot, 'server/entry-server.js'))) return;
  const current = app.get(CurrentRelease, { strict: false });
  const execute = publicExecutor(app);
  await registerPages(app, {
    webRoot,
    origin: publicOrigin,
    demo,
    contact,
    // no page waits for a database that is away: other pages would wait behind it
    executePublic: async (operation) => (current.isAway ? unavailable() : execute(operation)),
    describe: (of, lang) => app.get(DescriptionService, { strict: false }).describe(of, lang),
    fairUse: app.get(FairUse, { strict: false }),
    currentRelease: () => current.edition(),
  });
}
