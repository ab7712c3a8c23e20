import { useTranslation } from 'react-i18next';
import { PlanSummary } from './plan-summary.tsx';
import type { TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';

/** Every version there was, with its reason: an old assessment stays explainable. */
export function PlanVersions({ row }: { row: TargetRowFragment }) {
  const { t } = useTranslation('desk');
  const decided = row.plans.filter(({ state }) => state !== 'PROPOSED');
  if (decided.length === 0) return null;
  return (
    <section className={styles.versions}>
      <h2 className={styles.part}>{t('plan.versions')}</h2>
      <ol>
        {decided
          .toSorted((a, b) => b.version - a.version)
          .map((plan) => (
            <li key={plan.id}>
              <p>
                {t('plan.version', { n: plan.version })} · {t(`plan.state.${plan.state}`)}
              </p>
              <PlanSummary row={row} plan={plan} />
            </li>
          ))}
      </ol>
    </section>
  );
}
