import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import { Table } from '../../ui/table.tsx';
import type { SystemHealthQuery } from './system-health.generated.ts';

/** What runs by itself. Mails that were given up are sent again on the mail page. */
export function JobTable({ jobs }: { jobs: SystemHealthQuery['systemHealth']['jobs'] }) {
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
