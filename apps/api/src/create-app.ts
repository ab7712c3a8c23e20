import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import { AppModule, type AppOptions } from './app.module.ts';
import type { Settings } from './config/settings.ts';
import { publicExecutor } from './graphql/execute-public.ts';
import { MAX_BODY_BYTES } from './graphql/limits.ts';
import { CodedErrorFilter } from './http/coded-error.filter.ts';
import { nestLog } from './http/log.ts';
import { registerPages } from './http/pages.ts';
import { registerRequestHooks } from './http/request-hooks.ts';

/** The whole server but for its port: main listens, tests inject. `webRoot`: where web's build may be. */
export async function createApp(
  options: AppOptions & { webRoot?: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => randomUUID(),
    // the TLS proxy stands on the same machine; nobody else may say who the client is
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: nestLog,
    abortOnError: false,
  });
  app.useGlobalFilters(new CodedErrorFilter());
  registerRequestHooks(app, options.settings);
  await registerWeb(app, options.settings, options.webRoot);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Without a build of web this is an API only. */
async function registerWeb(
  app: NestFastifyApplication,
  { publicOrigin, demo }: Settings,
  webRoot?: string,
): Promise<void> {
  if (webRoot === undefined || !existsSync(path.join(webRoot, 'server/entry-server.js'))) return;
  const { em } = app.get<unknown, MikroORM>(MikroORM);
  await registerPages(app, {
    webRoot,
    origin: publicOrigin,
    demo,
    executePublic: publicExecutor(app),
    currentRelease: async () => {
      const [latest] = await em.fork().execute<{ number: string }[]>(
        // a withdrawal changes what past releases answer
        `select number || '-' || (select count(*) from work.withdrawal where state = 'CONFIRMED') as number
           from publication.release order by sequence desc limit 1`,
      );
      return latest?.number ?? null;
    },
  });
}
