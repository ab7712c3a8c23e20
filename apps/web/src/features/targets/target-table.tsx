import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../desk/select-field.tsx';
import frozen from '../../desk/frozen-table.module.css';
import table from '../../ui/facts-table.module.css';
import type { TargetRowFragment } from './target-desk.generated.ts';
import { TargetRow } from './target-row.tsx';
import { usePlans } from './use-plans.ts';

const filters = ['ALL', 'WAITING', 'WITH', 'WITHOUT'] as const;
type Filter = (typeof filters)[number];

const has = (wanted: string, { plans }: TargetRowFragment) =>
  plans.some(({ state }) => state === wanted);
const tests: Record<Filter, (row: TargetRowFragment) => boolean> = {
  ALL: () => true,
  WAITING: (row) => has('PROPOSED', row),
  WITH: (row) => has('CONFIRMED', row),
  WITHOUT: (row) => !has('CONFIRMED', row),
};

/** Every scored indicator of an area with the plan in force; one is open at a time. */
export function TargetTable({ area, rows }: { area: string; rows: readonly TargetRowFragment[] }) {
  const { t } = useTranslation('desk');
  const plans = usePlans(area);
  const [filter, setFilter] = useState<Filter>('ALL');
  const [open, setOpen] = useState<string>();
  const shown = rows.filter((row) => tests[filter](row) || row.indicator === open);
  return (
    <>
      <Group>
        <SelectField
          label={t('targets.show')}
          value={filter}
          options={filters.map((one) => [
            one,
            t(`targets.filter.${one}`, { count: rows.filter(tests[one]).length }),
          ])}
          onChange={(chosen) => setFilter(filters.find((one) => one === chosen) ?? 'ALL')}
        />
      </Group>
      {shown.length === 0 ? (
        <p>{t('targets.none')}</p>
      ) : (
        <table className={`${table.facts ?? ''} ${frozen.table ?? ''}`}>
          <caption className="visually-hidden">{t('targets.caption')}</caption>
          <thead>
            <tr>
              {(['indicator', 'latest', 'baseline', 'target', 'state'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`targets.${head}`)}
                </th>
              ))}
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
