import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryStore } from './entry-store.ts';
import { keyOf } from './cell-key.ts';
import { EntryCell } from './entry-cell.tsx';
import styles from './entry-grid.module.css';
import { useSectionName } from './use-section-name.ts';
import type { EntryState } from './entry-state.ts';
import { onGridKey } from './grid-keys.ts';
import { byIndicator, isFirstOfLaw } from './by-indicator.ts';
import { LawRow } from './law-row.tsx';
import { groupByAction } from './group-by-action.ts';

/** One table of native inputs: the quickest for keyboards, screen readers and pasting alike. */
export function EntryGrid(props: {
  store: EntryStore;
  /** Of the indicators that are shown, their parts included. */
  entries: readonly EntryState[];
  cycle: number;
  /** One indicator has the screen to itself. */
  alone: boolean;
  labelledBy: string;
  actionTitles: ReadonlyMap<string, string>;
  /** Nothing changed in a law; undefined where nothing can be entered. */
  onSame: ((indicator: string) => void) | undefined;
}) {
  const { store, entries, cycle, actionTitles } = props;
  const { t } = useTranslation('desk');
  const sectionName = useSectionName(actionTitles);
  const { wholes, partsOf } = byIndicator(entries);
  const years = [cycle - 2, cycle - 1];
  return (
    <table
      className={`${styles.grid ?? ''} ${(props.alone && styles.alone) || ''}`}
      aria-labelledby={props.labelledBy}
      onKeyDown={(event) => onGridKey(event, store)}
    >
      <thead>
        <tr>
          <th scope="col">{t('grid.indicator')}</th>
          {years.map((year) => (
            <th key={year} scope="col" className={styles.year}>
              {year}
              <span className="visually-hidden"> {t('grid.locked')}</span>
            </th>
          ))}
          <th scope="col">{cycle}</th>
          <th scope="col">{t('grid.reason')}</th>
          <th scope="col">{t('grid.source')}</th>
          <th scope="col">{t('grid.state')}</th>
        </tr>
      </thead>
      {groupByAction(wholes).map(({ action, entries: group }) => (
        <tbody key={action}>
          <tr className={styles.action}>
            <th colSpan={7} scope="rowgroup">
              {sectionName(action)}
            </th>
          </tr>
          {group.map((entry, at) => (
            <Fragment key={keyOf(entry.cell)}>
              {isFirstOfLaw(group, at) && (
                <LawRow
                  cell={entry.cell}
                  entries={group.filter(({ cell }) => cell.indicator === entry.cell.indicator)}
                  onSame={props.onSame}
                />
              )}
              <EntryCell
                entry={entry}
                parts={partsOf(entry.cell.indicator)}
                store={store}
                cycle={cycle}
                years={years}
              />
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}
