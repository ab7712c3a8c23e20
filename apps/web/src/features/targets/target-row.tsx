import { Button, Group, SimpleGrid, Stack, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can, canSomewhere } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useWhen } from '../../desk/use-when.ts';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PlanChart } from './plan-chart.tsx';
import { PlanEditor } from './plan-editor.tsx';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';
import type { usePlans } from './use-plans.ts';

type Plans = ReturnType<typeof usePlans>;
type At = { year: number | null; value: string | null } | undefined;

/** One indicator: the plan in force in one line and, when opened, the form to change it. */
export function TargetRow(props: {
  row: TargetRowFragment;
  area: string;
  open: boolean;
  onToggle: () => void;
  plans: Plans;
}) {
  const { row, area, open, plans } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const { lang } = useFormat();
  const inForce = row.plans.find(({ state }) => state === 'CONFIRMED');
  const waiting = row.plans.find(({ state }) => state === 'PROPOSED');
  const latest = row.history.findLast(({ value }) => value !== null);
  const refused = plans.problemsOf(row.indicator, 'PROPOSE');
  // a proposal that came too late stays in the form, beside the one that came first
  const edits = !waiting || refused.length > 0;
  const at = (point: At) =>
    point?.year == null ? (
      <span className="soft">–</span>
    ) : (
      <>
        <Figure indicator={row} value={point.value} /> <span className="soft">{point.year}</span>
      </>
    );
  return (
    <>
      <tr className={open ? styles.open : undefined}>
        <th scope="row">
          <UnstyledButton
            c="var(--link)"
            td="underline"
            fw={500}
            aria-expanded={open}
            onClick={props.onToggle}
          >
            {row.indicator} <LocalText of={row.name} />
          </UnstyledButton>
          <small>
            <LocalText of={row.unitText} />
          </small>
        </th>
        <td data-label={t('targets.latest')}>{at(latest)}</td>
        <td data-label={t('targets.baseline')}>
          {at(inForce && { year: inForce.baselineYear, value: inForce.baselineValue })}
        </td>
        <td data-label={t('targets.target')}>{at(inForce?.points.at(-1))}</td>
        <td data-label={t('targets.state')}>
          {waiting ? (
            <span className={desk.warning}>{t('targets.waiting')}</span>
          ) : inForce ? (
            t(inForce.reference ? 'targets.reference' : 'targets.inForce')
          ) : (
            <span className="soft">{t('targets.noPlan')}</span>
          )}
        </td>
      </tr>
      {open && (
        <tr className={styles.open}>
          <td colSpan={5}>
            {me.area === null && (
              <Link
                to="/$lang/targets"
                params={{ lang }}
                search={{ i: row.indicator }}
                preload={false}
              >
                {t('targetGrid.open')}
              </Link>
            )}
            {waiting && <WaitingPlan row={row} plan={waiting} plans={plans} />}
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

/** A plan in a few lines: from where to where, why, and by whom. */
function PlanSummary({ row, plan }: { row: TargetRowFragment; plan: TargetPlanFragment }) {
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
            {t(`plan.decided.${decisionOn(plan)}`, {
              name: decidedBy.name,
              time: when(plan.decidedAt),
            })}
          </>
        )}
      </p>
    </Stack>
  );
}

function decisionOn({ state, proposedBy, decidedBy }: TargetPlanFragment) {
  if (state !== 'REJECTED') return 'CONFIRMED';
  return proposedBy?.id === decidedBy?.id ? 'WITHDRAWN' : 'REJECTED';
}

/** A proposal, to be decided by another person than its author, who can withdraw it. */
function WaitingPlan(props: { row: TargetRowFragment; plan: TargetPlanFragment; plans: Plans }) {
  const { row, plan, plans } = props;
  const { baselineYear: year, baselineValue: value, points, path, tolerance } = plan;
  const { t } = useTranslation('desk');
  const me = useMe();
  const read = {
    baseline: year === null || value === null ? null : { year, value },
    target: points.at(-1) ?? null,
    points: points.slice(0, -1),
    tolerance,
    unreadable: [],
  };
  const mayDecide = canSomewhere(me, 'CONFIRM_TARGET') === 'ALLOWED';
  const own = plan.proposedBy?.id === me.id;
  const decide = (decision: 'CONFIRM' | 'REJECT') => void plans.decide(row, plan.id, decision);
  return (
    <SimpleGrid
      component="section"
      aria-labelledby="waiting"
      minColWidth="min(23rem, 100%)"
      autoFlow="auto-fit"
      spacing="xl"
      py="md"
    >
      <Stack>
        <h2 id="waiting" className={styles.part}>
          {t('plan.waiting')}
        </h2>
        <PlanSummary row={row} plan={plan} />
        {mayDecide && own && (
          <>
            <p className="soft">{t('plan.otherOfficer')}</p>
            <Group>
              <Button variant="default" disabled={plans.busy} onClick={() => decide('REJECT')}>
                {t('plan.withdraw')}
              </Button>
            </Group>
          </>
        )}
        {mayDecide && !own && (
          <Group>
            <Button disabled={plans.busy} onClick={() => decide('CONFIRM')}>
              {t('plan.confirm')}
            </Button>
            <Button variant="default" disabled={plans.busy} onClick={() => decide('REJECT')}>
              {t('plan.reject')}
            </Button>
          </Group>
        )}
        <ProblemList problems={plans.problemsOf(row.indicator, 'DECIDE')} />
      </Stack>
      <PlanChart row={row} plan={read} path={path} />
    </SimpleGrid>
  );
}

/** All versions of a plan with their reasons, so that an old assessment can still be explained. */
function PlanVersions({ row }: { row: TargetRowFragment }) {
  const { t } = useTranslation('desk');
  const decided = row.plans.filter(({ state }) => state !== 'PROPOSED');
  if (decided.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <h2 className={styles.part}>{t('plan.versions')}</h2>
      <Stack component="ol" className="plain-list">
        {decided
          .toSorted((a, b) => b.version - a.version)
          .map((plan) => (
            <li key={plan.id} className={styles.version}>
              <strong>
                {t('plan.version', { n: plan.version })} · {t(`plan.state.${plan.state}`)}
              </strong>
              <PlanSummary row={row} plan={plan} />
            </li>
          ))}
      </Stack>
    </Stack>
  );
}
