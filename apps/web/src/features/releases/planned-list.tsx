import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  CancelPlannedReleaseDocument,
  PlannedReleasesDocument,
} from './planned-releases.generated.ts';

const states = ['PLANNED', 'PUBLISHED', 'REFUSED', 'CANCELLED'] as const;

/** What waits for its time, and what became of the plans before it. */
export function PlannedList() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  const { data, error, refetch } = useQuery(PlannedReleasesDocument, { variables: { lang } });
  const { problems, busy, change } = useChange('PlannedReleases');
  if (error) return <PartFailed error={error} retry={refetch} />;
  const planned = data?.plannedReleases ?? [];
  if (planned.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby="planned">
      <h2 id="planned">{t('publish.planned')}</h2>
      <ul className={record.list}>
        {planned.map((one) => {
          const state = states.find((known) => known === one.state) ?? 'PLANNED';
          return (
            <li key={one.id}>
              <p>
                <strong>{t(`publish.plannedState.${state}`, { number: one.number ?? '' })}</strong>{' '}
                {t('publish.plannedFor', {
                  time: when(one.publishAt),
                  year: one.asOfYear,
                  name: one.plannedBy.name,
                })}
              </p>
              <ProblemList problems={one.problems} />
              {state === 'PLANNED' && can(me, 'PUBLISH_RELEASE') === 'ALLOWED' && (
                <Button
                  variant="default"
                  w="fit-content"
                  disabled={busy}
                  onClick={() => void change(CancelPlannedReleaseDocument, { id: one.id })}
                >
                  {t('publish.cancelPlan')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ProblemList problems={problems} />
    </Stack>
  );
}
