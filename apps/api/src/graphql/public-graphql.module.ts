import { Controller, Get, Header, Module } from '@nestjs/common';
import {
  GraphQLModule,
  GraphQLSchemaBuilderModule,
  GraphQLSchemaFactory,
  GraphQLSchemaHost,
} from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { ExchangeModule } from '../features/exchange/exchange.module.ts';
import { PublicationModule } from '../features/publication/publication.module.ts';
import { isKnown } from '../http/cache-policy.ts';
import { Call } from '../http/call.ts';
import { FairUse, FairUseModule } from '../http/fair-use.ts';
import { sha256 } from '../http/page-policy.ts';
import type { ApiContext } from './access.ts';
import { cachePlugin } from './cache-plugin.ts';
import { compiledPlugin, withPlainFields } from './compiled.ts';
import { payToPersist, PersistedQueries, PersistedQueriesModule } from './persisted-queries.ts';
import { schemaText } from './schema-text.ts';
import { servedSchema } from './served-schema.ts';
import { serverOptions } from './server-options.ts';

/** Modules whose resolvers are public. */
export const publicFeatures = [PublicationModule, ExchangeModule];

/** The schema of /graphql as a file: for code generators, and for reading. */
@Controller('data')
class PublicSchemaController {
  private file: { text: string; etag: string } | undefined;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  @Header('content-type', 'application/graphql; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  schema(@Call() { request, reply }: Call): string | undefined {
    const { text, etag } = (this.file ??= this.read());
    void reply.header('etag', etag);
    if (!isKnown(request.headers['if-none-match'], etag)) return text;
    void reply.status(304);
    return undefined;
  }

  private read() {
    const text = schemaText(this.host.schema);
    return { text, etag: `"${sha256(text).slice(0, 22)}"` };
  }
}

/** Serves releases only. Every request counts as a visitor's: cookies are ignored. */
@Module({
  imports: [
    ...publicFeatures,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: serverOptions.driver,
      imports: [GraphQLSchemaBuilderModule, FairUseModule, PersistedQueriesModule],
      inject: [GraphQLSchemaFactory, FairUse, PersistedQueries],
      useFactory: async (
        factory: GraphQLSchemaFactory,
        fairUse: FairUse,
        persisted: PersistedQueries,
      ): Promise<ApolloDriverConfig> => ({
        ...serverOptions,
        ...(await servedSchema(factory, publicFeatures)),
        persistedQueries: { cache: persisted },
        path: '/graphql',
        transformSchema: (schema) => serverOptions.transformSchema(withPlainFields(schema)),
        include: publicFeatures,
        introspection: true,
        plugins: [...serverOptions.plugins, payToPersist(persisted), cachePlugin, compiledPlugin],
        // a plain GET is safe to link to and to cache, because nothing is changed and no cookie is read
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
