import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { TargetRow } from './target-row.tsx';
import type { TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';
import { usePlans } from './use-plans.ts';

const filters = ['ALL', 'WAITING', 'WITH', 'WITHOUT'] as const;
type Filter = (typeof filters)[number];

const isWaiting = ({ plans }: TargetRowFragment) => plans.some(({ state }) => state === 'PROPOSED');
const tests: Record<Filter, (row: TargetRowFragment) => boolean> = {
  ALL: () => true,
  WAITING: isWaiting,
  WITH: ({ plans }) => plans.some(({ state }) => state === 'CONFIRMED'),
  WITHOUT: ({ plans }) => !plans.some(({ state }) => state === 'CONFIRMED'),
};

/** Every scored indicator of an area with the plan in force; one is open at a time. */
export function TargetTable(props: { area: string; rows: readonly TargetRowFragment[] }) {
  const { area, rows } = props;
  const { t } = useTranslation('desk');
  const plans = usePlans(area);
  const [filter, setFilter] = useState<Filter>('ALL');
  const [open, setOpen] = useState<string>();
  const shown = rows.filter((row) => tests[filter](row) || row.indicator === open);
  return (
    <>
      <label className={styles.filter}>
        {t('targets.show')}
        <select
          className={desk.input}
          value={filter}
          onChange={(event) =>
            setFilter(filters.find((one) => one === event.target.value) ?? 'ALL')
          }
        >
          {filters.map((one) => (
            <option key={one} value={one}>
              {t(`targets.filter.${one}`, { count: rows.filter(tests[one]).length })}
            </option>
          ))}
        </select>
      </label>
      {shown.length === 0 ? (
        <p>{t('targets.none')}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t('targets.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('targets.indicator')}</th>
              <th scope="col">{t('targets.latest')}</th>
              <th scope="col">{t('targets.baseline')}</th>
              <th scope="col">{t('targets.target')}</th>
              <th scope="col">{t('targets.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <TargetRow
                key={row.indicator}
                row={row}
                area={area}
                open={row.indicator === open}
                onToggle={() => setOpen(row.indicator === open ? undefined : row.indicator)}
                plans={plans}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
