import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import cards from '../../desk/card-table.module.css';
import look from '../../desk/desk.module.css';
import { DetailsButton } from '../../desk/details-button.tsx';
import { FactLine, ReportedFigure, ReportedValue } from '../../desk/reported-figure.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Checks, Provenance, ReviewDetails } from './review-details.tsx';
import type { Line } from './review-queue.ts';
import styles from './review.module.css';
import { RowActions } from './row-actions.tsx';
import type { Desk } from './use-review-desk.ts';
import { WriteReporter } from './write-reporter.tsx';

/** One submitted value or a table of them: what it would replace, why it has to be looked at, where it comes from, and the decision. */
export function ReviewRow({ line, desk }: { line: Line; desk: Desk }) {
  const { id, lead, values } = line;
  const { t } = useTranslation('desk');
  const open = values.some((one) => one.id === desk.open);
  const writing = desk.writing?.line === id ? desk.writing : undefined;
  const name = lead.indicatorName.text;
  const isTable = values.length > 1;
  return (
    <>
      <tr
        id={`review-${id}`}
        tabIndex={-1}
        className={`${cards.row ?? ''} ${styles.row ?? ''}`}
        data-current={desk.keys.current === id || undefined}
        data-selected={desk.isSelected(id) || undefined}
        onFocus={() => desk.keys.setCurrent(id)}
      >
        <td className={styles.pick}>
          {desk.mayDecide && (
            <Checkbox
              size="xs"
              aria-label={t('review.select', { name })}
              checked={desk.isSelected(id)}
              onChange={() => desk.select(id)}
            />
          )}
        </td>
        <th scope="row">
          <LocalText of={lead.indicatorName} />, {lead.year}{' '}
          <span className={styles.unit}>
            {lead.element === null && <LocalText of={lead.unitText} />}
            {isTable && ` · ${t('review.table', { count: values.length })}`}
          </span>{' '}
          {lead.sample && <span className={look.sample}>{t('sample')}</span>}{' '}
          <DetailsButton
            title={t('review.details')}
            of={name}
            open={open}
            onToggle={() => desk.change({ open: open ? null : id })}
          />
          {lead.messages.length > 0 && (
            <span className="small-note">
              {t('grid.messages', { count: lead.messages.length })}
            </span>
          )}
        </th>
        <Figures of={lead} />
        <td data-label={t('review.checks')}>
          <Checks observation={lead} nameOf={desk.nameOf} />
          {isTable && <PartChecks of={values.filter((one) => one !== lead)} />}
        </td>
        <td data-label={t('review.proof')}>
          <Provenance observation={lead} />
        </td>
        <td data-label={t('review.decision')}>
          <RowActions line={line} desk={desk} />
        </td>
      </tr>
      {writing && (
        <tr className={cards.below}>
          <td colSpan={7}>
            <WriteReporter key={writing.act} writing={writing} desk={desk} />
          </td>
        </tr>
      )}
      {open && (
        <tr className={cards.below}>
          <td colSpan={7}>
            {isTable && <PartList of={values} />}
            <ReviewDetails observation={values.find((one) => one.id === desk.open) ?? lead} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The value before and the value submitted now; for a law the stage in words, with the date and the article. */
function Figures({ of }: { of: WorkObservationFragment }) {
  const { current, kind } = of;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const before = beforeOf(of);
  const change =
    kind === 'NUMERIC' && before?.value != null && current.value !== null
      ? format.signed(decimalText(dec(current.value).minus(before.value)))
      : null;
  return (
    <>
      <td data-label={t('review.before')}>
        {before ? (
          <>
            <ReportedFigure indicator={of} value={before.value} status={before.status} />{' '}
            <span className={styles.unit}>{before.date ?? before.year}</span>
          </>
        ) : (
          <span className={look.soft}>{t('review.nothingBefore')}</span>
        )}
      </td>
      <td data-label={t('review.submitted')}>
        <strong>
          <ReportedValue indicator={of} of={current} />
        </strong>{' '}
        {change !== null && <span className={styles.unit}>{change}</span>}
        {current.numerator !== null && current.denominator !== null && (
          <span className={styles.meta}>
            {format.number(current.numerator)} / {format.number(current.denominator)}
          </span>
        )}
        {current.factDate !== null && (
          <span className={styles.meta}>
            <FactLine of={current} />
          </span>
        )}
      </td>
    </>
  );
}

/** How many parts of a table have remarks of the rules. */
function PartChecks({ of }: { of: readonly WorkObservationFragment[] }) {
  const { t } = useTranslation('desk');
  const count = of.filter(({ remarks }) => remarks.length > 0).length;
  if (count === 0) return null;
  return <p className={look.warning}>▲ {t('review.parts', { count, total: of.length })}</p>;
}

/** All values of a table with the names of their parts; those with remarks also have the reasons. */
function PartList({ of }: { of: readonly WorkObservationFragment[] }) {
  return (
    <ul className={styles.partList}>
      {of.map((one) => (
        <li key={one.id}>
          <LocalText of={one.indicatorName} />:{' '}
          <strong>
            <ReportedValue indicator={one} of={one.current} />
          </strong>
          {one.remarks.length > 0 && <Checks observation={one} />}
        </li>
      ))}
    </ul>
  );
}

/** What is published now: for a correction the value of the same year, otherwise the last known one. */
function beforeOf(
  observation: WorkObservationFragment,
): (WorkObservationFragment['history'][number] & { date?: string | null }) | undefined {
  const { published, year, history, element, lastFact } = observation;
  if (published !== null) {
    const { value, obsStatus: status, factDate: date } = published;
    return { year, value, status, date };
  }
  if (element !== null) {
    if (lastFact === null) return undefined;
    return { year, value: String(lastFact.stage), status: 'A', date: lastFact.date };
  }
  return history.findLast((one) => one.year < year && one.value !== null);
}
