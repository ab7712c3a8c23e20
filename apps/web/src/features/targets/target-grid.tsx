import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { yearsOf, type GridArea } from './grid-draft.ts';
import { GridTable } from './grid-table.tsx';
import { PlanChart } from './plan-chart.tsx';
import { PlausibilityLine } from './plausibility-line.tsx';
import styles from './targets.module.css';
import { useTargetGrid } from './use-target-grid.ts';

/** One indicator in all countries: points typed by year or dragged, and what was changed proposed with one rationale. */
export function TargetGrid(props: { indicator: string; areas: readonly GridArea[] }) {
  const { indicator, areas } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const grid = useTargetGrid(indicator, areas);
  const [added, setAdded] = useState<readonly number[]>([]);
  const {
    kept: rationale,
    keep: setRationale,
    forget,
  } = useStoredDraft(`rationale ${indicator}`, '');
  const [missing, setMissing] = useState(false);
  const years = yearsOf(areas, added);
  const mayPropose = can(me, 'PROPOSE_TARGET') === 'ALLOWED';
  const incomplete =
    rationale.trim() === '' ||
    grid.changed.some(({ plan }) => plan.target === null || plan.unreadable.length > 0);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(incomplete);
    if (incomplete) return;
    void grid.propose(rationale).then((done) => {
      if (done) forget();
    });
  };
  return (
    <form className={desk.stack} onSubmit={submit} noValidate>
      <p>{t('targetGrid.text')}</p>
      <GridTable
        years={years}
        grid={grid}
        mayPropose={mayPropose}
        addYear={(year) => setAdded([...added, year])}
      />
      <div className={styles.charts}>
        {grid.rows.map(({ area, plan, path }) => (
          <Stack component="section" key={area.area} aria-label={area.areaName.text}>
            <h2 className={styles.chartName}>{area.areaName.text}</h2>
            <PlanChart
              row={area.row}
              plan={plan}
              path={path}
              name={area.areaName.text}
              {...(mayPropose && {
                onMove: (value: string) => {
                  if (plan.target) grid.type(area.area, plan.target.year, grid.typed(value));
                },
              })}
            />
            {plan.target && <PlausibilityLine row={area.row} target={plan.target} />}
          </Stack>
        ))}
      </div>
      {mayPropose && (
        <>
          <Textarea
            label={t('plan.rationale')}
            description={t('targetGrid.rationaleHint')}
            rows={3}
            required

            error={missing && rationale.trim() === ''}
            value={rationale}
            onChange={(event) => setRationale(event.target.value)}
          />
          <ProblemList problems={grid.problems} />
          {missing && incomplete && (
            <p role="alert" className={desk.error}>
              {t('targetGrid.incomplete')}
            </p>
          )}
          <Group>
            <Button
              type="submit"

              disabled={grid.busy || grid.changed.length === 0}
            >
              {t('targetGrid.propose', { count: grid.changed.length })}
            </Button>
            <p role="status">{grid.done > 0 && t('targetGrid.done', { count: grid.done })}</p>
          </Group>
        </>
      )}
    </form>
  );
}
