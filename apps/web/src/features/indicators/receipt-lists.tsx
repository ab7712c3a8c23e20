import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChartText } from '../../charts/use-chart-text.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorData, IndicatorSeries } from './indicator-data.ts';
import type { IndicatorValue } from './receipt.ts';
import { SourceName } from './source-name.tsx';
import styles from './receipt.module.css';

/** What earlier releases showed in this place, and why it changed. */
export function EarlierValues({ value, text }: { value: IndicatorValue; text: ChartText }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {reasonOf(t, value).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <ul className={styles.list}>
        {value.earlier.map((earlier) => (
          <li key={earlier.release}>
            {t('receipt.in', {
              number: earlier.release,
              date: format.date(earlier.publishedOn),
            })}{' '}
            {earlier.obsStatus === 'Q' ? (
              <Hidden />
            ) : earlier.value === null ? (
              t('figure.notReported')
            ) : (
              text.value(earlier.value)
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Other official figures for the same year, and why this one was chosen. */
export function OtherValues(props: {
  others: IndicatorSeries['alternatives'];
  data: IndicatorData;
  text: ChartText;
}) {
  return (
    <ul className={styles.list}>
      {props.others.map((other) => (
        <li key={`${other.source} ${other.value}`}>
          <strong>{props.text.value(other.value)}</strong>{' '}
          <SourceName source={props.data.sources.find(({ id }) => id === other.source)} />
          <small className={styles.small}>
            <LocalText of={other.note} /> <LocalText of={other.chosen} />
          </small>
        </li>
      ))}
    </ul>
  );
}

const reasons = ['NEW_SOURCE', 'CORRECTION', 'DEFINITION', 'COVERAGE'] as const;
/** Why a value was revised, where a reason was given. */
export const reasonOf = (t: TFunction, { reason }: Pick<IndicatorValue, 'reason'>): string[] =>
  reason !== null && isReason(reason) ? [t(`reason.${reason}`)] : [];

const isReason = (reason: string): reason is (typeof reasons)[number] =>
  reasons.some((known) => known === reason);
