import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';

export type Readiness = 'ready' | 'draining' | 'no database' | 'not migrated';

@Injectable()
export class Health {
  private readonly orm: MikroORM;
  private draining = false;

  constructor(orm: MikroORM) {
    this.orm = orm;
  }

  /** From now on a load balancer should send nobody here. */
  drain(): void {
    this.draining = true;
  }

  async readiness(): Promise<Readiness> {
    if (this.draining) return 'draining';
    try {
      await this.orm.em.fork().execute('select 1');
      const pending = await this.orm.migrator.getPending();
      return pending.length === 0 ? 'ready' : 'not migrated';
    } catch {
      return 'no database';
    }
  }
}
