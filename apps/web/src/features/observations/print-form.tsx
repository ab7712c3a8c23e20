import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { PrintedAt } from '../../ui/printed-at.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import { largeTableOf } from './large-tables.ts';
import { useEntries, useReturn, useSectionName } from './open-return.ts';
import { PartsGrid } from './parts/sides.tsx';
import { pastOf, PastValue } from './past.tsx';
import styles from './print-form.module.css';
import { byIndicator, groupByAction, isFirstOfLaw } from './rows.ts';

/** The whole return as an empty form on A4, to be filled in by hand and signed. It appears on paper only. */
export function PrintForm({ onPrinted }: { onPrinted: () => void }) {
  const { form } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const sectionName = useSectionName();
  const format = useFormat();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return (
    <article className={`${styles.form ?? ''} print-only`}>
      <h2>
        {t('print.title')}: <LocalText of={form.areaName} />
      </h2>
      <p>
        {t('print.year', { year: form.cycle })}
        {form.dueOn !== null && ` · ${t('print.due', { date: format.date(form.dueOn) })}`}
      </p>
      <p>{t('print.how')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('grid.indicator')}</th>
            <th scope="col">{form.cycle - 1}</th>
            <th scope="col">{form.cycle}</th>
            <th scope="col">{t('print.noValue')}</th>
            <th scope="col">{t('print.sourceOf')}</th>
          </tr>
        </thead>
        {groupByAction(byIndicator(entries).wholes).map(({ action, entries: group }) => (
          <tbody key={action}>
            <tr>
              <th colSpan={5} scope="rowgroup">
                {sectionName(action)}
              </th>
            </tr>
            {group.map((entry, at) => (
              <Fragment key={keyOf(entry.cell)}>
                {isFirstOfLaw(group, at) && (
                  <tr className={styles.row}>
                    <th colSpan={5} scope="rowgroup">
                      {entry.cell.indicator} <LocalText of={entry.cell.indicatorName} />
                    </th>
                  </tr>
                )}
                <PrintRow entry={entry} />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
      <dl className={styles.signed}>
        <dt>{t('print.prepared')}</dt>
        <dd />
        <dt>{t('print.head')}</dt>
        <dd />
      </dl>
      <PrintedAt />
    </article>
  );
}

function PrintRow({ entry }: { entry: EntryState }) {
  const { cell, table } = entry;
  const { t } = useTranslation('desk');
  const { form } = useReturn();
  const last = pastOf(cell, form.cycle - 1);
  const large = cell.element === null && largeTableOf(form, cell.indicator);
  const bothNumbers = cell.ratio ? (
    <Lines of={[t('print.numerator'), t('print.denominator')]} />
  ) : null;
  return (
    <>
      <tr className={styles.row}>
        <th scope="row">
          {cell.element === null && `${cell.indicator} `}
          <LocalText of={cell.name} />
          {cell.element === null && (
            <span className={styles.unit}>
              <LocalText of={cell.unitText} />
            </span>
          )}
        </th>
        <td>{last && <PastValue cell={cell} value={last.value} status={last.status} />}</td>
        <td>{cell.kind === 'NUMERIC' ? bothNumbers : <Choices of={cell} />}</td>
        <td />
        <td>{cell.element !== null && <Lines of={[t('law.date'), t('law.provision')]} />}</td>
      </tr>
      {large && (
        <tr className={styles.row}>
          <td colSpan={5}>{t('parts.large')}</td>
        </tr>
      )}
      {table && (
        <tr className={styles.row}>
          <td colSpan={5}>
            <PartsGrid of={table} className={styles.parts} inside={() => bothNumbers} />
          </td>
        </tr>
      )}
    </>
  );
}

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul className={`plain-list ${styles.lines ?? ''}`}>
    {of.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);

function Choices({ of: { kind, stages } }: { of: EntryState['cell'] }) {
  const { t } = useTranslation('desk');
  const choices =
    kind === 'BINARY'
      ? [t('print.yes'), t('print.no')]
      : (stages ?? []).map(({ text }, stage) => `${stage} ${text}`);
  return (
    <ul className="plain-list">
      {choices.map((choice) => (
        <li key={choice}>☐ {choice}</li>
      ))}
    </ul>
  );
}
