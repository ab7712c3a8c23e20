import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaMark } from '../../charts/marker.tsx';
import { observedValue } from '../../charts/curve.ts';
import { useChartText } from '../../charts/use-chart-text.ts';
import type { Names } from '../../ui/area-names.ts';
import { Arrow } from '../../ui/arrow.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorData, IndicatorSeries } from './indicator-data.ts';
import { reasonOf } from './receipt-facts.tsx';
import { receiptKey, ReceiptLink } from './receipt.tsx';
import styles from './revisions.module.css';

type Value = IndicatorSeries['values'][number];
interface Revised {
  area: string;
  value: Value;
}

/** The values that an earlier release showed differently, the latest revision first. */
export const revisedOf = (series: readonly IndicatorSeries[]): Revised[] =>
  series
    .flatMap(({ area, values }) =>
      values.filter(({ earlier }) => earlier.length > 0).map((value) => ({ area, value })),
    )
    .sort((a, b) => b.value.sinceOn.localeCompare(a.value.sinceOn) || b.value.year - a.value.year);

/** What earlier releases showed and what is shown now: a figure does not change silently. */
export function Revisions(props: {
  data: IndicatorData;
  revised: readonly Revised[];
  names: Names;
}) {
  return (
    <LongList items={props.revised} first={8}>
      {(shown) => (
        <ul className={styles.list}>
          {shown.map((one) => (
            <li key={receiptKey(one.area, one.value)}>
              <Revision {...props} {...one} />
            </li>
          ))}
        </ul>
      )}
    </LongList>
  );
}

function Revision(props: { data: IndicatorData; names: Names } & Revised) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useChartText(props.data.indicator);
  const { area, value } = props;
  const steps = value.earlier.map((earlier) =>
    text.valueOrReason(observedValue({ ...earlier, year: value.year, missingReason: null })),
  );
  return (
    <>
      <AreaMark area={area} /> {props.names[area]}, {value.year}:{' '}
      {steps.map((step, i) => (
        <Fragment key={i}>
          {step} <Arrow />{' '}
        </Fragment>
      ))}
      <ReceiptLink receipt={receiptKey(area, value)}>
        <strong>{text.valueOrReason(observedValue(value))}</strong>
      </ReceiptLink>
      <small className={styles.about}>
        {[
          t('releases.one', { number: value.since }),
          format.date(value.sinceOn),
          ...reasonOf(t, value),
        ].join(' · ')}
      </small>
    </>
  );
}
