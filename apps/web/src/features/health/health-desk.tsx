import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { useWhen } from '../../desk/use-when.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import styles from './health.module.css';
import { SystemHealthDocument, type SystemHealthQuery } from './system-health.generated.ts';
import type { ReactNode } from 'react';
import { Table } from '../../ui/table.tsx';

/** What runs by itself. Mails that were given up are sent again on the mail page. */
function JobTable({ jobs }: { jobs: SystemHealthQuery['systemHealth']['jobs'] }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const known: Partial<Record<string, string>> = {
    'mail-plan': t('health.job.plan'),
    'mail-send': t('health.job.send'),
    'release-publish': t('health.job.publish'),
  };
  return (
    <Table
      caption={t('health.jobsCaption')}
      head={[
        t('health.jobName'),
        t('health.waiting'),
        t('health.done'),
        t('health.failed'),
        t('health.lastDone'),
      ]}
      rows={jobs.map(({ name, waiting, done, failed, lastDoneAt }) => [
        known[name] ?? name,
        waiting,
        done,
        failed,
        lastDoneAt === null ? '–' : when(lastDoneAt),
      ])}
    />
  );
}

/** One part of the installation: in order or to be looked at, in a word and by colour. */
function HealthTile(props: { name: string; good: boolean; children: ReactNode }) {
  const { t } = useTranslation('desk');
  return (
    <li className={props.good ? styles.good : styles.late}>
      <h2>{props.name}</h2>
      <p className={styles.word}>{props.good ? t('health.good') : t('health.look')}</p>
      <p>{props.children}</p>
    </li>
  );
}

/** Less than a tenth of a disk is too little to take a backup or an import. */
const MIN_FREE = 10;

/** Where an administrator's day begins: what runs, what waits, what failed. */
export function HealthDesk() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  const { data, error, refetch } = useQuery(SystemHealthDocument);
  if (error) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const health = data.systemHealth;
  const gigabytes = (megabytes: number) => format.number((megabytes / 1024).toFixed(1), 1);
  const failedJobs = health.jobs.reduce((sum, { failed }) => sum + failed, 0);
  return (
    <div className={desk.stack}>
      <h1>{t('health.title')}</h1>
      <p>{t('health.text', { version: health.version })}</p>
      <ul className={styles.strip}>
        <HealthTile name={t('health.database')} good>
          {t('health.databaseText', {
            version: health.database,
            size: format.number(String(health.databaseMegabytes), 0),
          })}
        </HealthTile>
        <HealthTile name={t('health.mail')} good={health.sendsMail && health.mailsFailed === 0}>
          {health.sendsMail
            ? t('health.mailText', { waiting: health.mailsWaiting, failed: health.mailsFailed })
            : t('health.noMail')}{' '}
          <Link to="/$lang/admin/outbox" params={{ lang: format.lang }} preload={false}>
            {t('outbox.title')}
          </Link>
        </HealthTile>
        <HealthTile name={t('health.jobs')} good={health.jobs.length > 0 && failedJobs === 0}>
          {health.jobs.length === 0
            ? t('health.noJobs')
            : t('health.jobsText', { count: failedJobs })}
        </HealthTile>
        <HealthTile name={t('health.release')} good={health.release !== null}>
          {health.release !== null && health.releasedAt !== null
            ? t('health.releaseText', { number: health.release, when: when(health.releasedAt) })
            : t('health.noRelease')}
        </HealthTile>
        <HealthTile name={t('health.disk')} good={health.diskPercentFree >= MIN_FREE}>
          {t('health.diskText', {
            free: gigabytes(health.diskFreeMegabytes),
            percent: format.percent(String(health.diskPercentFree), 0),
          })}
        </HealthTile>
      </ul>
      {health.jobs.length > 0 && <JobTable jobs={health.jobs} />}
      {health.migration !== null && (
        <p className={desk.soft}>{t('health.migration', { name: health.migration })}</p>
      )}
    </div>
  );
}
