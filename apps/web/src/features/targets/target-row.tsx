import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import { Figure } from '../../ui/figure.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { PlanEditor } from './plan-editor.tsx';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';
import type { usePlans } from './use-plans.ts';
import { PlanSummary } from './plan-summary.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { PlanChart } from './plan-chart.tsx';
import { PlausibilityLine } from './plausibility-line.tsx';

/** A proposal is decided by another person than its author. */
function WaitingPlan(props: {
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
            <Group>
              <Button disabled={busy} onClick={() => void decide(row, plan.id, 'CONFIRM')}>
                {t('plan.confirm')}
              </Button>
              <Button
                variant="default"
                disabled={busy}
                onClick={() => void decide(row, plan.id, 'REJECT')}
              >
                {t('plan.reject')}
              </Button>
            </Group>
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

/** Every version there was, with its reason: an old assessment stays explainable. */
function PlanVersions({ row }: { row: TargetRowFragment }) {
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

/** One indicator: what is in force in a line, and the work on it below when opened. */
export function TargetRow(props: {
  row: TargetRowFragment;
  area: string;
  open: boolean;
  onToggle: () => void;
  plans: ReturnType<typeof usePlans>;
}) {
  const { row, area, open, plans } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const { lang } = useFormat();
  const inForce = row.plans.find(({ state }) => state === 'CONFIRMED');
  const waiting = row.plans.find(({ state }) => state === 'PROPOSED');
  const latest = row.history.findLast(({ value }) => value !== null);
  const target = inForce?.points.at(-1);
  const refused = plans.problemsOf(row.indicator, 'PROPOSE');
  // a proposal that came too late stays beside the one that came first
  const edits = !waiting || refused.length > 0;
  const isEmpty = (point: { year: number | null } | undefined) => point?.year == null || undefined;
  const at = (point: { year: number | null; value: string | null } | undefined) =>
    point?.year == null ? (
      <span className="soft">–</span>
    ) : (
      <>
        <Figure indicator={row} value={point.value} /> <span className="soft">{point.year}</span>
      </>
    );
  return (
    <>
      <tr className={styles.row} data-open={open || undefined}>
        <th scope="row">
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            onClick={props.onToggle}
          >
            {row.indicator} <LocalText of={row.name} />
          </button>
          <span className={styles.unit}>
            <LocalText of={row.unitText} />
          </span>
        </th>
        <td data-label={t('targets.latest')} data-empty={isEmpty(latest)}>
          {at(latest)}
        </td>
        <td
          data-label={t('targets.baseline')}
          data-empty={isEmpty(inForce && { year: inForce.baselineYear })}
        >
          {at(inForce && { year: inForce.baselineYear, value: inForce.baselineValue })}
        </td>
        <td data-label={t('targets.target')} data-empty={isEmpty(target)}>
          {at(target)}
        </td>
        <td data-label={t('targets.state')}>
          {waiting ? (
            <strong className={styles.waiting}>{t('targets.waiting')}</strong>
          ) : inForce ? (
            t(inForce.reference ? 'targets.reference' : 'targets.inForce')
          ) : (
            <span className="soft">{t('targets.noPlan')}</span>
          )}
        </td>
      </tr>
      {open && (
        <tr className={styles.below}>
          <td colSpan={5}>
            {me.area === null && (
              <p>
                <Link
                  to="/$lang/targets"
                  params={{ lang }}
                  search={{ i: row.indicator }}
                  preload={false}
                >
                  {t('targetGrid.open')}
                </Link>
              </p>
            )}
            {waiting && (
              <WaitingPlan
                row={row}
                plan={waiting}
                busy={plans.busy}
                problems={plans.problemsOf(row.indicator, 'DECIDE')}
                decide={plans.decide}
              />
            )}
            {edits && can(me, 'PROPOSE_TARGET', { area }) === 'ALLOWED' && (
              <PlanEditor
                key={row.plans[0]?.id}
                row={row}
                area={area}
                busy={plans.busy}
                problems={refused}
                propose={plans.propose}
              />
            )}
            <PlanVersions row={row} />
          </td>
        </tr>
      )}
    </>
  );
}
