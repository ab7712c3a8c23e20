import { setTimeout as wait } from 'node:timers/promises';
import type { OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { DESKS_SESSION, noEntities, ormConfig, type Session } from '../database/orm.config.ts';

export type Readiness = 'ready' | 'draining' | 'no database' | 'not migrated';

export interface HealthOptions {
  databaseUrl: string;
  session?: Session | undefined;
}

/** Load balancers give up soon after this time. */
const DEADLINE_MS = 1000;

export class Health implements OnApplicationShutdown {
  private readonly orm: MikroORM;
  private draining = false;
  private looking: Promise<Readiness> | null = null;

  /** On a connection of its own: the question is whether the database answers, not whether the pools are busy. */
  constructor({ databaseUrl, session }: HealthOptions) {
    const limits = { connectionTimeoutMillis: DEADLINE_MS, query_timeout: DEADLINE_MS };
    this.orm = new MikroORM(
      ormConfig(
        databaseUrl,
        { ...noEntities(), contextName: 'health', pool: { min: 0, max: 1 } },
        { ...DESKS_SESSION, ...session, application_name: 'qadam-health', ...limits },
      ),
    );
  }

  /** From now on, load balancers should send no requests to this process. */
  drain(): void {
    this.draining = true;
  }

  /** Simultaneous checks share one query. */
  async readiness(): Promise<Readiness> {
    if (this.draining) return 'draining';
    this.looking ??= this.readReadiness().finally(() => {
      this.looking = null;
    });
    return Promise.race([this.looking, wait(DEADLINE_MS, 'no database' as const, { ref: false })]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.orm.close(true);
  }

  private async readReadiness(): Promise<Readiness> {
    try {
      const pending = await this.orm.migrator.getPending();
      return pending.length === 0 ? 'ready' : 'not migrated';
    } catch {
      return 'no database';
    }
  }
}
