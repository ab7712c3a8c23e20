import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { publicEntities } from './entities.ts';
import { ormConfig, PUBLIC_SESSION, type Session } from './orm.config.ts';

/**
 * Reads releases on connections of its own, so that readers do not wait for desks that wait for a lock, nor desks for many readers. On these
 * connections PostgreSQL refuses every change, and every table that is not part of a release. The embedded database has one session for all: there
 * readers and desks take turns.
 */
export class PublicOrm extends MikroORM {}

interface PublicOptions {
  databaseUrl: string;
  replicas: readonly string[];
  connections: number;
  session?: Session | undefined;
  orm?: Partial<Options> | undefined;
}

@Module({})
export class PublicDatabaseModule implements OnApplicationShutdown {
  constructor(private readonly orm: PublicOrm) {}

  static with(options: PublicOptions): DynamicModule {
    return {
      module: PublicDatabaseModule,
      global: true,
      providers: [{ provide: PublicOrm, useFactory: () => new PublicOrm(publicConfig(options)) }],
      exports: [PublicOrm],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.orm.close(true);
  }
}

const publicConfig = ({
  databaseUrl,
  replicas,
  connections,
  session = {},
  orm,
}: PublicOptions): Options =>
  ormConfig(
    databaseUrl,
    {
      entities: [...publicEntities],
      // a name of its own: otherwise a request would use its own manager here, which is one of the desks'
      contextName: 'public',
      allowGlobalContext: true,
      pool: { min: 0, max: connections },
      replicas: replicas.map((clientUrl) => ({ clientUrl })),
      ...orm,
    },
    { ...PUBLIC_SESSION, ...session },
  );
