import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { countryLook, regionColor, type CountryCode } from '../../theme/countries.ts';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { beforeOf } from './before.ts';
import { Checks } from './checks.tsx';
import { ReturnReason } from './return-reason.tsx';
import { ReviewDetails } from './review-details.tsx';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.ts';

const colorOf = (area: string): string =>
  area in countryLook ? countryLook[area as CountryCode].color : regionColor;

/** One submitted value beside what it would replace, what the rules say of it, and the decision. */
export function ReviewRow(props: {
  observation: WorkObservationFragment;
  isCurrent: boolean;
  isReturning: boolean;
  setReturning: (id: string | undefined) => void;
  mayDecide: boolean;
  decisions: Decisions;
  reload: () => Promise<unknown>;
}) {
  const { observation, decisions, setReturning } = props;
  const { id, current, history, year, area, messages, indicatorName, kind } = observation;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const before = beforeOf(observation);
  const change =
    kind === 'NUMERIC' && before?.value != null && current.value !== null
      ? format.signed(decimalText(dec(current.value).minus(before.value)))
      : '–';
  const points = [...history.filter((one) => one.year < year), { year, value: current.value }];
  const known = points.filter(({ value }) => value !== null).length;
  return (
    <>
      <tr
        id={`review-${id}`}
        tabIndex={-1}
        className={styles.row}
        data-current={props.isCurrent || undefined}
      >
        <th scope="row">
          <LocalText of={indicatorName} />, {year}
          <span className={styles.meta}>
            <LocalText of={observation.unitText} />
            {observation.sample && <span className={desk.sample}>{t('sample')}</span>}
          </span>
          {kind === 'NUMERIC' && known > 1 && <Sparkline points={points} color={colorOf(area)} />}
        </th>
        <td className={styles.figure} data-label={t('review.before')}>
          {before ? (
            <>
              <Figure indicator={observation} value={before.value} status={before.status} />
              <span className={styles.meta}>{before.year}</span>
            </>
          ) : (
            <span className={desk.soft}>{t('review.nothingBefore')}</span>
          )}
        </td>
        <td className={styles.submitted} data-label={t('review.submitted')}>
          {current.missingReason === null ? (
            <Figure indicator={observation} value={current.value} />
          ) : (
            t(`missing.${current.missingReason}`)
          )}
          {current.numerator !== null && current.denominator !== null && (
            <span className={styles.meta}>
              {format.number(current.numerator)} / {format.number(current.denominator)}
            </span>
          )}
        </td>
        <td className={styles.figure} data-label={t('review.change')}>
          {change}
        </td>
        <td data-label={t('review.checks')}>
          <Checks observation={observation} />
        </td>
        <td data-label={t('review.decision')}>
          <div className={styles.actions}>
            {props.mayDecide && (
              <>
                <button
                  aria-label={`${t('review.accept')}: ${indicatorName.text}`}
                  type="button"
                  className={desk.primary}
                  disabled={decisions.busy}
                  onClick={() => void decisions.accept([observation])}
                >
                  {t('review.accept')}
                </button>
                <button
                  aria-label={`${t('review.return')}: ${indicatorName.text}`}
                  type="button"
                  className={desk.quiet}
                  aria-expanded={props.isReturning}
                  onClick={() => setReturning(props.isReturning ? undefined : id)}
                >
                  {t('review.return')}
                </button>
              </>
            )}
            <button
              aria-label={`${t('review.details')}: ${indicatorName.text}`}
              type="button"
              className={desk.linklike}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t('review.details')}
            </button>
            {messages.length > 0 && <span>{t('grid.messages', { count: messages.length })}</span>}
          </div>
          <ProblemList problems={decisions.problemsOf(id)} />
        </td>
      </tr>
      {props.isReturning && (
        <tr className={styles.below}>
          <td colSpan={6}>
            <ReturnReason
              name={indicatorName.text}
              busy={decisions.busy}
              onCancel={() => setReturning(undefined)}
              onReturn={async (reason) => {
                if (await decisions.giveBack(observation, reason)) setReturning(undefined);
              }}
            />
          </td>
        </tr>
      )}
      {open && (
        <tr className={styles.below}>
          <td colSpan={6}>
            <ReviewDetails observation={observation} reload={props.reload} />
          </td>
        </tr>
      )}
    </>
  );
}
