import { useQuery } from '@apollo/client/react';
import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered } from '../../desk/answered.tsx';
import { useWhen } from '../../desk/use-when.ts';
import { Table } from '../../ui/table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { SystemHealthDocument } from './system-health.generated.ts';

/** In percent: a backup or an import may not fit on a disk of which less than a tenth is free. */
const MIN_FREE = 10;

/** A backup is made every night (docs/operations.md): two days without one mean that it failed. */
const DAYS_WITHOUT_BACKUP = 2;
const isRecent = (instant: string | null): boolean =>
  instant !== null && Date.now() - Date.parse(instant) < DAYS_WITHOUT_BACKUP * 86_400_000;

/** The administrator's home: what runs, what waits, what failed. */
export function HealthDesk() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  const { data, instead, notice } = answered(useQuery(SystemHealthDocument));
  if (!data) return instead;
  const { jobs, ...health } = data.systemHealth;
  const gigabytes = (megabytes: number) => format.number((megabytes / 1024).toFixed(1), 1);
  const failedJobs = jobs.reduce((sum, { failed }) => sum + failed, 0);
  const jobNames: Partial<Record<string, string>> = {
    'mail-plan': t('health.job.plan'),
    'mail-send': t('health.job.send'),
    'release-publish': t('health.job.publish'),
  };
  return (
    <Stack gap="lg">
      <h1>{t('health.title')}</h1>
      {notice}
      <p>{t('health.text', { version: health.version })}</p>
      <SimpleGrid component="ul" minColWidth="min(13rem, 100%)" spacing="sm" m={0} p={0}>
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
        <HealthTile name={t('health.jobs')} good={jobs.length > 0 && failedJobs === 0}>
          {jobs.length === 0 ? t('health.noJobs') : t('health.jobsText', { count: failedJobs })}
        </HealthTile>
        <HealthTile name={t('health.release')} good={health.release !== null}>
          {health.release !== null && health.releasedAt !== null
            ? t('health.releaseText', { number: health.release, when: when(health.releasedAt) })
            : t('health.noRelease')}
        </HealthTile>
        <HealthTile name={t('health.backup')} good={isRecent(health.backedUpAt)}>
          {health.backedUpAt === null
            ? t('health.noBackup')
            : t('health.backupText', { when: when(health.backedUpAt) })}
        </HealthTile>
        <HealthTile name={t('health.disk')} good={health.diskPercentFree >= MIN_FREE}>
          {t('health.diskText', {
            free: gigabytes(health.diskFreeMegabytes),
            percent: format.percent(String(health.diskPercentFree), 0),
          })}
        </HealthTile>
      </SimpleGrid>
      {jobs.length > 0 && (
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
            jobNames[name] ?? name,
            waiting,
            done,
            failed,
            lastDoneAt === null ? '–' : when(lastDoneAt),
          ])}
        />
      )}
      {health.migration !== null && (
        <p className="soft">{t('health.migration', { name: health.migration })}</p>
      )}
    </Stack>
  );
}

/** One part of the installation: fine or to be looked at, told by a word and by colour. */
function HealthTile({
  name,
  good,
  children,
}: {
  name: string;
  good: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('desk');
  const tone = good ? 'good' : 'late';
  return (
    <Paper component="li" withBorder p="md" style={{ borderTop: `4px solid var(--${tone}-fill)` }}>
      <Title order={2} fz="1.0625rem">
        {name}
      </Title>
      <Text c={`var(--${tone}-ink)`} fw={650}>
        {t(good ? 'health.good' : 'health.look')}
      </Text>
      <p>{children}</p>
    </Paper>
  );
}
