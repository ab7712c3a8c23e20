import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver, type Options } from '@mikro-orm/postgresql';
import { SettingsModule, type Settings } from './config/settings.ts';
import { ormConfig } from './database/orm.config.ts';
import { ExchangeModule } from './features/exchange/exchange.module.ts';
import { AccessGuard } from './graphql/access.ts';
import { PublicGraphqlModule } from './graphql/public-graphql.module.ts';
import { WorkGraphqlModule } from './graphql/work-graphql.module.ts';
import { HealthModule } from './http/health.module.ts';

export interface AppOptions {
  databaseUrl: string;
  settings: Settings;
  orm?: Partial<Options>;
}

@Module({})
export class AppModule {
  static with({ databaseUrl, settings, orm }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        MikroOrmModule.forRootAsync({
          driver: PostgreSqlDriver,
          // create-app opens one EntityManager for each request, GraphQL or not
          useFactory: () => ({ ...ormConfig(databaseUrl, orm), registerRequestContext: false }),
        }) as DynamicModule,
        HealthModule,
        PublicGraphqlModule,
        WorkGraphqlModule,
        ExchangeModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
