import { SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canSomewhere } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { Form } from '../../desk/form.tsx';
import { useMe } from '../../desk/session.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { yearsOf, type GridArea } from './grid-draft.ts';
import { GridTable } from './grid-table.tsx';
import { PlanChart } from './plan-chart.tsx';
import styles from './targets.module.css';
import { useTargetGrid } from './use-target-grid.ts';

/** One indicator in all countries: points are typed by year or dragged, and all changes are proposed with one rationale. */
export function TargetGrid(props: { indicator: string; areas: readonly GridArea[] }) {
  const { indicator, areas } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const grid = useTargetGrid(indicator, areas);
  const [added, setAdded] = useState<readonly number[]>([]);
  const place = `rationale ${indicator}`;
  const { kept: rationale, keep: setRationale, forget } = useStoredDraft(place, '');
  const [missing, setMissing] = useState(false);
  const years = yearsOf(areas, added);
  const mayPropose = canSomewhere(me, 'PROPOSE_TARGET') === 'ALLOWED';
  const incomplete =
    rationale.trim() === '' ||
    grid.changed.some(({ plan }) => plan.target === null || plan.unreadable.length > 0);
  const send = async () => {
    setMissing(incomplete);
    if (!incomplete && (await grid.propose(rationale))) forget();
  };
  return (
    <Form
      ownChecks
      gap="lg"
      problems={grid.problems}
      button={mayPropose && t('targetGrid.propose', { count: grid.changed.length })}
      disabled={grid.busy || grid.changed.length === 0}
      beside={<p role="status">{grid.done > 0 && t('targetGrid.done', { count: grid.done })}</p>}
      send={send}
    >
      <p>{t('targetGrid.text')}</p>
      <GridTable
        years={years}
        grid={grid}
        mayPropose={mayPropose}
        addYear={(year) => setAdded([...added, year])}
      />
      <SimpleGrid minColWidth="min(22rem, 100%)" autoFlow="auto-fit" spacing="xl">
        {grid.rows.map(({ area, plan, path, waits }) => (
          <Stack component="section" key={area.area} aria-label={area.areaName.text}>
            <h2 className={styles.part}>{area.areaName.text}</h2>
            <PlanChart
              row={area.row}
              plan={plan}
              path={path}
              name={area.areaName.text}
              onMove={
                mayPropose && !waits
                  ? (value) => {
                      if (plan.target) grid.type(area.area, plan.target.year, grid.typed(value));
                    }
                  : undefined
              }
            />
          </Stack>
        ))}
      </SimpleGrid>
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
          {missing && incomplete && (
            <p role="alert" className={desk.error}>
              {t('targetGrid.incomplete')}
            </p>
          )}
        </>
      )}
    </Form>
  );
}
