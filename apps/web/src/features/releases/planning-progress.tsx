import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WorkProgress } from '../../desk/work-progress.tsx';
import { ReleasePlanningDocument } from './release-preview.generated.ts';

const POLL_MS = 1000;

/** How far disclosure control has come, while a preview or a publication is being made. */
export function PlanningProgress() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(ReleasePlanningDocument, { pollInterval: POLL_MS });
  const planning = data?.releasePlanning;
  if (!planning) return <p role="status" />;
  const { planned, tables } = planning;
  return (
    <WorkProgress name={t('publish.planning')} done={planned} all={tables}>
      {t('publish.planningOf', { planned, tables })}
    </WorkProgress>
  );
}
