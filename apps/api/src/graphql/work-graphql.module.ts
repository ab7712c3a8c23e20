import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { readSessionCookie } from '../features/users/session-cookie.ts';
import { SessionStore } from '../features/users/session.store.ts';
import { UsersModule } from '../features/users/users.module.ts';
import type { ApiContext } from './access.ts';
import { ApiError } from './api-error.ts';
import { serverOptions } from './server-options.ts';
import { workFeatures } from './work-features.ts';

/** The desks. Nothing at all is answered without a session, not even the schema. */
@Module({
  imports: [
    ...workFeatures,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: serverOptions.driver,
      imports: [UsersModule],
      inject: [SessionStore, SETTINGS],
      useFactory: (sessions: SessionStore, settings: Settings): ApolloDriverConfig => ({
        ...serverOptions,
        path: '/work/graphql',
        include: workFeatures,
        introspection: !settings.production,
        context: async (request: FastifyRequest): Promise<ApiContext> => {
          const token = readSessionCookie(request, settings.publicOrigin);
          const actor =
            token && (await sessions.actorOf(token, request.headers['accept-language']));
          if (!actor) throw new ApiError('UNAUTHENTICATED');
          return { actor };
        },
      }),
    }),
  ],
})
export class WorkGraphqlModule {}
