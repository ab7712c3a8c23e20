import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import type { Point } from './plan-draft.ts';
import { plausibility } from './plausibility.ts';
import type { TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';

/** One sentence: is the target within reach of what the country ever did? */
export function PlausibilityLine({ row, target }: { row: TargetRowFragment; target: Point }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  // a stage or a yes has no pace
  if (row.kind !== 'NUMERIC') return null;
  const found = plausibility(row.history, target);
  return (
    <p role="status" className={styles.plausible}>
      {found.code === 'TIMES'
        ? t('plan.plausible.TIMES', {
            times: format.number(found.times, 1),
            year: found.bestYear,
          })
        : t(`plan.plausible.${found.code}`)}
    </p>
  );
}
