import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import cards from '../../desk/card-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { keyOf } from './cell-key.ts';
import { EntryCell } from './entry-cell.tsx';
import styles from './entry-grid.module.css';
import { isUnconfirmed, type EntryState } from './entry-state.ts';
import { onGridKey } from './keys.tsx';
import { useReturn, useSectionName } from './open-return.ts';
import { byIndicator, groupByAction, isFirstOfLaw } from './rows.ts';
import { useSelection } from './selection.ts';

/** One table of native inputs: the quickest for keyboards, screen readers and pasting alike. */
export function EntryGrid(props: {
  entries: readonly EntryState[];
  labelledBy: string;
  /** Confirms that nothing changed in a law; undefined where nothing can be entered. */
  onSame: ((indicator: string) => void) | undefined;
}) {
  const { store, narrow } = useReturn();
  const selection = useSelection(store);
  const { year: cycle } = store;
  const { t } = useTranslation('desk');
  const sectionName = useSectionName();
  const { wholes, partsOf } = byIndicator(props.entries);
  return (
    <>
      <p role="status" className="visually-hidden">
        {selection.count > 0 && t('grid.selected', { count: selection.count })}
      </p>
      <table
        className={`${cards.table ?? ''} ${styles.grid ?? ''} ${(narrow && styles.alone) || ''}`}
        aria-labelledby={props.labelledBy}
        onKeyDownCapture={(event) => {
          if (!selection.onKey(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onKeyDown={(event) => onGridKey(event, store)}
        onPointerDown={selection.onPointerDown}
        onPointerOver={selection.onPointerOver}
        onCopy={selection.onCopy}
      >
        <thead>
          <tr>
            <th scope="col">{t('grid.indicator')}</th>
            {[cycle - 2, cycle - 1].map((year) => (
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
                {isFirstOfLaw(group, at) && !isOnly(group, entry) && (
                  <LawRow
                    cell={entry.cell}
                    entries={group.filter(({ cell }) => cell.indicator === entry.cell.indicator)}
                    onSame={props.onSame}
                  />
                )}
                <EntryCell
                  entry={entry}
                  parts={partsOf(entry.cell.indicator)}
                  selected={selection.columnOf(keyOf(entry.cell))}
                  wholeLaw={entry.cell.element !== null && isOnly(group, entry)}
                />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

/** Is this the only row of its indicator? */
const isOnly = (group: readonly EntryState[], { cell }: EntryState): boolean =>
  group.every((other) => other.cell === cell || other.cell.indicator !== cell.indicator);

/** The row above the elements of a law: its name, and one button to confirm that nothing changed in it. */
function LawRow(props: {
  entries: readonly EntryState[];
  cell: EntryState['cell'];
  onSame: ((indicator: string) => void) | undefined;
}) {
  const { entries, onSame } = props;
  const { indicator, indicatorName, assignee } = props.cell;
  const { t } = useTranslation('desk');
  return (
    <tr className={styles.law} id={`cell-${indicator}`}>
      <th colSpan={7} scope="rowgroup">
        <span className={styles.lawName}>
          <LocalText of={indicatorName} />
          <span className="note">{t('law.parts', { count: entries.length })}</span>
          {assignee && <span className="note">{t('grid.assignee', { name: assignee.name })}</span>}
          {onSame && entries.some(isUnconfirmed) && (
            <Button
              small
              aria-label={t('law.sameIn', { law: indicatorName.text })}
              onClick={() => onSame(indicator)}
            >
              {t('law.same')}
            </Button>
          )}
        </span>
      </th>
    </tr>
  );
}
