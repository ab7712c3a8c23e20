import { Button, Group, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './targets.module.css';
import type { useTargetGrid } from './use-target-grid.ts';

/** Countries by years. Below each field is the observed value. */
export function GridTable(props: {
  years: readonly number[];
  grid: ReturnType<typeof useTargetGrid>;
  mayPropose: boolean;
  addYear: (year: number) => void;
}) {
  const { years, grid, mayPropose } = props;
  const { t } = useTranslation('desk');
  const [year, setYear] = useState('');
  const usable = /^(199|20\d)\d$/.test(year) && !years.includes(Number(year));
  return (
    <>
      <div className={desk.scroll} tabIndex={0} role="region" aria-label={t('targetGrid.table')}>
        <Table pos="relative" horizontalSpacing="xs">
          <caption className="visually-hidden">{t('targetGrid.table')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('quality.area')}</Table.Th>
              {years.map((one) => (
                <Table.Th key={one} scope="col">
                  {one}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {grid.rows.map(({ area: { area, areaName, row }, draft, plan, isTyped, waits }) => (
              <Table.Tr key={area}>
                <Table.Th scope="row" className={styles.frozen}>
                  <LocalText of={areaName} />
                  {waits && <p className="small-note">{t('targets.waiting')}</p>}
                  {waits && isTyped && <p className="small-note">{t('targetGrid.kept')}</p>}
                </Table.Th>
                {years.map((one) => {
                  const seen = row.history.find((point) => point.year === one)?.value ?? null;
                  return (
                    <Table.Td key={one} miw="6.5rem" valign="top">
                      <TextInput
                        inputMode="decimal"
                        aria-label={`${areaName.text}, ${one}`}
                        description={seen !== null && <Figure indicator={row} value={seen} />}
                        error={plan.unreadable.includes(String(one))}
                        disabled={!mayPropose || waits}
                        value={draft[one] ?? ''}
                        onChange={(event) => grid.type(area, one, event.target.value)}
                      />
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {mayPropose && (
        <Group align="end">
          <TextInput
            label={t('targetGrid.year')}
            inputMode="numeric"
            maxLength={4}
            w="7rem"
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
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
