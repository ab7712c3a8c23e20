import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { useWhen } from '../../desk/use-when.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { HealthTile } from './health-tile.tsx';
import styles from './health.module.css';
import { JobTable } from './job-table.tsx';
import { SystemHealthDocument } from './system-health.generated.ts';

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
