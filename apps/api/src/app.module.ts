import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver, type Options } from '@mikro-orm/postgresql';
import { CONNECTIONS, type EachPool, STATEMENT_SECONDS } from './config/connections.ts';
import type { Databases } from './config/databases.ts';
import { SettingsModule, type Settings } from './config/settings.ts';
import { DESKS_SESSION, ormConfig, type Session, statementLimits } from './database/orm.config.ts';
import { PublicDatabaseModule } from './database/public-database.module.ts';
import { ExchangeModule } from './features/exchange/exchange.module.ts';
import { AccessGuard } from './graphql/access.ts';
import { PublicGraphqlModule } from './graphql/public-graphql.module.ts';
import { WorkGraphqlModule } from './graphql/work-graphql.module.ts';
import { HealthModule } from './http/health.module.ts';

export interface AppOptions {
  database: Omit<Databases, 'owner'>;
  settings: Settings;
  connections?: EachPool;
  statementSeconds?: EachPool;
  /** Settings that override the usual ones, for every connection. */
  session?: Session;
  orm?: Partial<Options>;
}

@Module({})
export class AppModule {
  static with({
    database,
    settings,
    connections = CONNECTIONS,
    statementSeconds = STATEMENT_SECONDS,
    session,
    orm,
  }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        MikroOrmModule.forRootAsync({
          driver: PostgreSqlDriver,
          // create-app opens one EntityManager for each request, not only for GraphQL
          useFactory: () => ({
            ...ormConfig(
              database.desks,
              { pool: { min: 0, max: connections.desks }, ...orm },
              { ...DESKS_SESSION, ...statementLimits(statementSeconds.desks), ...session },
            ),
            registerRequestContext: false,
          }),
        }) as DynamicModule,
        PublicDatabaseModule.with({
          ...{ databaseUrl: database.readers, replicas: database.replicas },
          ...{ connections: connections.public, orm },
          session: { ...statementLimits(statementSeconds.public), ...session },
        }),
        HealthModule.with({ databaseUrl: database.desks, session }),
        PublicGraphqlModule,
        WorkGraphqlModule,
        ExchangeModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
