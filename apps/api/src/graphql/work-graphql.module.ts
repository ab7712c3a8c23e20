import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { RequestActor } from '../features/users/request-actor.ts';
import { UsersModule } from '../features/users/users.module.ts';
import type { ApiContext } from './access.ts';
import { clientErrorOf } from './client-error.ts';
import { serverOptions } from './server-options.ts';
import { workFeatures } from './work-features.ts';

/** The desks. Nothing at all is answered without a session, not even the schema. */
@Module({
  imports: [
    ...workFeatures,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: serverOptions.driver,
      imports: [UsersModule],
      inject: [RequestActor, SETTINGS],
      useFactory: (actors: RequestActor, settings: Settings): ApolloDriverConfig => ({
        ...serverOptions,
        path: '/work/graphql',
        include: workFeatures,
        introspection: !settings.production,
        context: async (request: FastifyRequest): Promise<ApiContext> => ({
          // Apollo answers any other error with 500
          actor: await actors.of(request).catch((error: unknown) => {
            throw clientErrorOf(error) ?? error;
          }),
        }),
      }),
    }),
  ],
})
export class WorkGraphqlModule {}
