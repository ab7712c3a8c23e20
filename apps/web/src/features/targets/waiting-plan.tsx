import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { PlanChart } from './plan-chart.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { PlausibilityLine } from './plausibility-line.tsx';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';
import type { usePlans } from './use-plans.ts';

/** A proposal is decided by another person than its author. */
export function WaitingPlan(props: {
  row: TargetRowFragment;
  plan: TargetPlanFragment;
  busy: boolean;
  problems: readonly Problem[];
  decide: ReturnType<typeof usePlans>['decide'];
}) {
  const { row, plan, busy, decide } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const target = plan.points.at(-1) ?? null;
  const baseline =
    plan.baselineYear === null || plan.baselineValue === null
      ? null
      : { year: plan.baselineYear, value: plan.baselineValue };
  const own = plan.proposedBy?.id === me.id;
  const read = {
    baseline,
    target,
    points: plan.points.slice(0, -1),
    tolerance: plan.tolerance,
    unreadable: [],
  };
  return (
    <section aria-labelledby="waiting" className={styles.editor}>
      <div className={styles.fields}>
        <h2 id="waiting" className={styles.part}>
          {t('plan.waiting')}
        </h2>
        <PlanSummary row={row} plan={plan} />
        {can(me, 'CONFIRM_TARGET') === 'ALLOWED' &&
          (own ? (
            <p className={styles.note}>{t('plan.otherOfficer')}</p>
          ) : (
            <div className={desk.row}>
              <button
                type="button"
                className={desk.primary}
                disabled={busy}
                onClick={() => void decide(row, plan.id, 'CONFIRM')}
              >
                {t('plan.confirm')}
              </button>
              <button
                type="button"
                className={desk.quiet}
                disabled={busy}
                onClick={() => void decide(row, plan.id, 'REJECT')}
              >
                {t('plan.reject')}
              </button>
            </div>
          ))}
        <ProblemList problems={props.problems} />
      </div>
      <div className={styles.look}>
        <PlanChart row={row} plan={read} path={plan.path} />
        {target && <PlausibilityLine row={row} target={target} />}
      </div>
    </section>
  );
}
