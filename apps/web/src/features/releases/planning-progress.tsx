import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReleasePlanningDocument } from './release-preview.generated.ts';

const POLL_MS = 1000;

/** While a preview or a publication is under way: how far disclosure control has come. */
export function PlanningProgress() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(ReleasePlanningDocument, { pollInterval: POLL_MS });
  const planning = data?.releasePlanning;
  if (!planning) return <p role="status" />;
  const { planned, tables } = planning;
  return (
    <Stack role="status" gap="xs" maw="36rem">
      <progress max={tables} value={planned} aria-label={t('publish.planning')} />
      <p>{t('publish.planningOf', { planned, tables })}</p>
    </Stack>
  );
}
