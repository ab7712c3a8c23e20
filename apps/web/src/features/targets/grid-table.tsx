import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { isWaiting } from './grid-draft.ts';
import styles from './targets.module.css';
import type { useTargetGrid } from './use-target-grid.ts';

/** Countries by years. Below each field stands what was observed. */
export function GridTable(props: {
  years: readonly number[];
  grid: ReturnType<typeof useTargetGrid>;
  mayPropose: boolean;
  addYear: (year: number) => void;
}) {
  const { years, grid } = props;
  const { t } = useTranslation('desk');
  const [year, setYear] = useState('');
  const usable = /^(199|20\d)\d$/.test(year) && !years.includes(Number(year));
  return (
    <>
      <div className={desk.scroll} tabIndex={0} role="region" aria-label={t('targetGrid.table')}>
        <table className={styles.gridTable}>
          <caption className="visually-hidden">{t('targetGrid.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('quality.area')}</th>
              {years.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ area, draft, plan }) => (
              <tr key={area.area}>
                <th scope="row">
                  <LocalText of={area.areaName} />
                  {isWaiting(area) && <small>{t('targets.waiting')}</small>}
                </th>
                {years.map((one) => {
                  const seen = area.row.history.find((point) => point.year === one)?.value ?? null;
                  return (
                    <td key={one}>
                      <input
                        type="text"
                        inputMode="decimal"
                        className={desk.input}
                        aria-label={`${area.areaName.text}, ${one}`}
                        aria-invalid={plan.unreadable.includes(String(one)) || undefined}
                        disabled={!props.mayPropose || isWaiting(area)}
                        value={draft[one] ?? ''}
                        onChange={(event) => grid.type(area.area, one, event.target.value)}
                      />
                      {seen !== null && (
                        <small>
                          <Figure indicator={area.row} value={seen} />
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.mayPropose && (
        <Group>
          <label className={desk.row}>
            {t('targetGrid.year')}
            <input
              type="text"
              inputMode="numeric"
              maxLength={4}
              className={`${desk.input ?? ''} ${styles.yearField ?? ''}`}
              value={year}
              onChange={(event) => setYear(event.target.value)}
            />
          </label>
          <Button
            variant="default"
            disabled={!usable}
            onClick={() => {
              props.addYear(Number(year));
              setYear('');
            }}
          >
            {t('targetGrid.addYear')}
          </Button>
        </Group>
      )}
    </>
  );
}
