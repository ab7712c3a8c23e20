import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { FairUse } from '../http/fair-use.ts';
import { FairUseModule } from '../http/fair-use.module.ts';
import type { ApiContext } from './access.ts';
import { cachePlugin } from './cache-plugin.ts';
import { publicFeatures } from './public-features.ts';
import { PublicSchemaController } from './public-schema.controller.ts';
import { serverOptions } from './server-options.ts';

/** Releases only. Every request is a visitor's: cookies are ignored. */
@Module({
  imports: [
    ...publicFeatures,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: serverOptions.driver,
      imports: [FairUseModule],
      inject: [FairUse],
      useFactory: (fairUse: FairUse): ApolloDriverConfig => ({
        ...serverOptions,
        path: '/graphql',
        include: publicFeatures,
        introspection: true,
        plugins: [...serverOptions.plugins, cachePlugin],
        // nothing changes and no cookie is read, so a plain GET may be linked to and kept by any cache
        csrfPrevention: false,
        context: ({ ip }: FastifyRequest): ApiContext => ({
          actor: null,
          pay: (price) => fairUse.charge(ip, price),
          owe: (price) => fairUse.owe(ip, price),
        }),
      }),
    }),
  ],
  controllers: [PublicSchemaController],
})
export class PublicGraphqlModule {}
