import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import { ReportedFigure } from '../../desk/reported-figure.tsx';
import look from '../../desk/desk.module.css';
import { countryStyle, regionColor, type CountryCode } from '../../theme/countries.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { beforeOf } from './before.ts';
import { Checks } from './checks.tsx';
import { ReviewDetails } from './review-details.tsx';
import { RowActions } from './row-actions.tsx';
import styles from './review.module.css';
import type { Desk } from './use-review-desk.ts';
import { WriteReporter } from './write-reporter.tsx';

const colorOf = (area: string): string =>
  area in countryStyle ? countryStyle[area as CountryCode].color : regionColor;

/** One submitted value beside what it would replace, what the rules say of it, and the decision. */
export function ReviewRow(props: { observation: WorkObservationFragment; desk: Desk }) {
  const { observation, desk } = props;
  const { id, current, history, year, area, indicatorName, kind } = observation;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const open = desk.open === id;
  const writing = desk.writing?.of.id === id ? desk.writing : undefined;
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
        data-current={desk.keys.current === id || undefined}
      >
        <th scope="row">
          <LocalText of={indicatorName} />, {year}
          <span className={styles.meta}>
            {observation.element === null && <LocalText of={observation.unitText} />}
            {observation.sample && <span className={look.sample}>{t('sample')}</span>}
          </span>
          {kind === 'NUMERIC' && known > 1 && <Sparkline points={points} color={colorOf(area)} />}
        </th>
        <td className={styles.figure} data-label={t('review.before')}>
          {before ? (
            <>
              <ReportedFigure indicator={observation} value={before.value} status={before.status} />
              <span className={styles.meta}>{before.date ?? before.year}</span>
            </>
          ) : (
            <span className={look.soft}>{t('review.nothingBefore')}</span>
          )}
        </td>
        <td className={styles.submitted} data-label={t('review.submitted')}>
          {current.missingReason === null ? (
            <ReportedFigure
              indicator={observation}
              value={current.value}
              computed={current.numerator !== null}
            />
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
          <RowActions observation={observation} desk={desk} open={open} />
        </td>
      </tr>
      {writing && (
        <tr className={styles.below}>
          <td colSpan={6}>
            <WriteReporter
              key={writing.act}
              act={writing.act}
              observation={observation}
              desk={desk}
            />
          </td>
        </tr>
      )}
      {open && (
        <tr className={styles.below}>
          <td colSpan={6}>
            <ReviewDetails observation={observation} />
          </td>
        </tr>
      )}
    </>
  );
}
