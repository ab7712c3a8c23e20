import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';

/** A plan in a few lines: from where to where, why, and by whom. */
export function PlanSummary({ row, plan }: { row: TargetRowFragment; plan: TargetPlanFragment }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { baselineYear, baselineValue, points, rationale, citation, proposedBy, decidedBy } = plan;
  return (
    <Stack gap="xs">
      <p>
        <strong>
          {baselineYear !== null && (
            <>
              <Figure indicator={row} value={baselineValue} /> ({baselineYear})
            </>
          )}
          {points.map(({ year, value }) => (
            <span key={year}>
              {' '}
              <span aria-hidden="true">→</span> <Figure indicator={row} value={value} /> ({year})
            </span>
          ))}
        </strong>{' '}
        <span className="soft">{t(`plan.${plan.path}`)}</span>
      </p>
      <p>
        <LocalText of={rationale} />
      </p>
      {citation && (
        <p className="soft">
          <LocalText of={citation} />
        </p>
      )}
      <p className="soft">
        {proposedBy
          ? t('plan.proposedBy', { name: proposedBy.name, time: when(plan.proposedAt) })
          : t('plan.shipped')}
        {decidedBy && plan.decidedAt !== null && (
          <>
            {' · '}
            {t(`plan.decided.${plan.state === 'REJECTED' ? 'REJECTED' : 'CONFIRMED'}`, {
              name: decidedBy.name,
              time: when(plan.decidedAt),
            })}
          </>
        )}
      </p>
    </Stack>
  );
}
