import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { ago, countRows, hasTable, instant } from '../../database/expressions.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { version } from '../../http/version.ts';
import { type NotificationState, UNSENDABLE } from '../outbox/notification.enums.ts';
import type { JobQueue, SystemHealth } from './system-health.type.ts';

/** Tables that libraries make: the migrations that were run, and the jobs of pg-boss (database/jobs.ts). */
type LibraryTables = {
  'public.mikro_orm_migrations': { id: number; name: string };
  'pgboss.job': { name: string; state: string; completed_on: Date | null };
};

interface Free {
  megabytes: number;
  percent: number;
}
export interface Measured extends SystemHealth {
  /** The disks that this process writes to, by what is there: `files` that are being made, and an embedded `database`. */
  disks: Readonly<Record<string, Free>>;
}

async function freeAt(folder: string): Promise<Free> {
  const { bavail, bsize, blocks } = await statfs(folder);
  return {
    megabytes: Math.floor((bavail * bsize) / 1_048_576),
    percent: Math.floor((100 * bavail) / blocks),
  };
}

@Injectable()
export class SystemHealthService {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async read(actor: Actor): Promise<SystemHealth> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return this.measure();
  }

  /** Measures without a check of rights, as the operator of the server also asks, without an account (metrics.ts). */
  async measure(): Promise<Measured> {
    const { hasJobs, ...facts } = await this.facts();
    const disks = await this.disks();
    const [fullest] = Object.values(disks).sort((one, other) => one.percent - other.percent);
    return {
      ...facts,
      version,
      sendsMail: this.settings.sendsMail,
      jobs: hasJobs ? await this.jobs() : [],
      diskFreeMegabytes: fullest?.megabytes ?? 0,
      diskPercentFree: fullest?.percent ?? 0,
      disks,
    };
  }

  private async disks(): Promise<Record<string, Free>> {
    const { databaseFolder } = this.settings;
    return {
      files: await freeAt(tmpdir()),
      ...(databaseFolder === null ? {} : { database: await freeAt(databaseFolder) }),
    };
  }

  private tables() {
    return db(this.em).$extendTables<LibraryTables>();
  }

  private facts() {
    return this.tables()
      .selectNoFrom((eb) => {
        const newest = eb.selectFrom('publication.release').orderBy('sequence', 'desc').limit(1);
        const mails = (...states: NotificationState[]) =>
          eb.selectFrom('work.notification').where('state', 'in', states);
        return [
          sql<string>`current_setting('server_version')`.as('database'),
          sql<number>`(pg_database_size(current_database()) / 1048576)::int`.as(
            'databaseMegabytes',
          ),
          eb
            .selectFrom('public.mikro_orm_migrations')
            .select('name')
            .orderBy('id', 'desc')
            .limit(1)
            .as('migration'),
          countRows(mails('WAITING', 'SENDING', 'RETRY')).as('mailsWaiting'),
          // only those that an officer can still send
          countRows(
            mails('FAILED').where('error', 'not in', UNSENDABLE).where('subscriber', 'is', null),
          ).as('mailsFailed'),
          newest.select('number').as('release'),
          newest.select(instant('published_at').as('at')).as('releasedAt'),
          eb
            .selectFrom('work.audit_event')
            .select(instant('at').as('at'))
            .where('operation', '=', 'BACK_UP')
            .orderBy('number', 'desc')
            .limit(1)
            .as('backedUpAt'),
          hasTable('pgboss.job').as('hasJobs'),
        ];
      })
      .executeTakeFirstOrThrow();
  }

  private async jobs(): Promise<JobQueue[]> {
    const queues = await this.tables()
      .selectFrom('pgboss.job')
      .select(({ fn }) => {
        const lately = (state: string) =>
          fn
            .countAll<number>()
            .filterWhere('state', '=', state)
            .filterWhere('completed_on', '>', ago('1 day'));
        return [
          'name',
          fn
            .countAll<number>()
            .filterWhere('state', 'in', ['created', 'retry', 'active'])
            .as('waiting'),
          lately('completed').as('done'),
          lately('failed').as('failed'),
          fn.max('completed_on').filterWhere('state', '=', 'completed').as('last'),
        ];
      })
      // leave out the queues of pg-boss itself
      .where('name', 'not like', '\\_\\_%')
      .groupBy('name')
      .orderBy('name')
      .execute();
    return queues.map(({ last, ...queue }) => ({
      ...queue,
      lastDoneAt: last?.toISOString() ?? null,
    }));
  }
}
