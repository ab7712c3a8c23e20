import { statfs } from 'node:fs/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { version } from '../../http/version.ts';
import { instant } from '../../database/sql-text.ts';
import type { JobQueue, SystemHealth } from './system-health.type.ts';

type Facts = Omit<
  SystemHealth,
  'version' | 'sendsMail' | 'jobs' | 'diskFreeMegabytes' | 'diskPercentFree'
> & { hasJobs: boolean };

const FACTS = `select current_setting('server_version') as database,
    (pg_database_size(current_database()) / 1048576)::int as "databaseMegabytes",
    (select name from public.mikro_orm_migrations order by id desc limit 1) as migration,
    (select count(*)::int from work.notification where state in ('WAITING', 'SENDING', 'RETRY')) as "mailsWaiting",
    (select count(*)::int from work.notification where state = 'FAILED') as "mailsFailed",
    (select number from publication.release order by sequence desc limit 1) as release,
    (select ${instant('published_at')} from publication.release order by sequence desc limit 1) as "releasedAt",
    to_regclass('pgboss.job') is not null as "hasJobs"`;

const JOBS = `select name,
    count(*) filter (where state in ('created', 'retry', 'active'))::int as waiting,
    count(*) filter (where state = 'completed' and completed_on > now() - interval '1 day')::int as done,
    count(*) filter (where state = 'failed' and completed_on > now() - interval '1 day')::int as failed,
    ${instant("max(completed_on) filter (where state = 'completed')")} as "lastDoneAt"
  from pgboss.job where name not like '\\_\\_%' group by name order by name`;

@Injectable()
export class SystemHealthService {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async read(actor: Actor): Promise<SystemHealth> {
    permit(actor, 'READ_ADMINISTRATION', {});
    const [facts] = await this.em.execute<Facts[]>(FACTS);
    if (!facts) throw new Error('One row was asked for.');
    const { hasJobs, ...known } = facts;
    const jobs = hasJobs ? await this.em.execute<JobQueue[]>(JOBS) : [];
    const disk = await statfs(process.cwd());
    return {
      ...known,
      version,
      sendsMail: this.settings.sendsMail,
      jobs,
      diskFreeMegabytes: Math.floor((disk.bavail * disk.bsize) / 1_048_576),
      diskPercentFree: Math.floor((100 * disk.bavail) / disk.blocks),
    };
  }
}
