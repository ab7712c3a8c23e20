import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found, query } from '../../app/query.ts';
import { AreaMark } from '../../charts/marker.tsx';
import { observedValue } from '../../charts/curve.ts';
import { openWord } from '../../charts/reading-text.ts';
import { useChartText } from '../../charts/use-chart-text.ts';
import { partText } from '../../ui/part-text.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { BreakdownsDocument, type BreakdownsQuery } from './breakdowns.generated.ts';
import { type IndicatorData, type IndicatorSeries, isReported, wordsOf } from './indicator-data.ts';
import { LeftOut } from './not-broken-down.tsx';
import { receiptKey, ReceiptLink, SourceName } from './receipt.tsx';
import type { Shown } from './view.ts';
import styles from './values.module.css';

type Value = IndicatorSeries['values'][number];
type PartsRead = NonNullable<BreakdownsQuery['breakdowns']>;

const root = getRouteApi('__root__');

/** How many more parts are read on demand into the table at once. */
const AT_ONCE = 50;

/** Every published value with its source, the note on method, its marks, and the figures of other sources for the same year. */
export function Values({ data, series, names }: Pick<Shown, 'data' | 'series' | 'names'>) {
  const { t } = useTranslation();
  const { lang } = root.useRouteContext();
  const known = series.filter((one) => isReported([one]));
  return (
    <div className={styles.list}>
      {known.map((one) => (
        <details key={one.area} open={known.length === 1}>
          <summary>
            <AreaMark area={one.area} /> {names[one.area]}{' '}
            <span className={styles.count}>
              {t('indicator.values', { count: one.values.length })}
            </span>{' '}
            {one.alternatives.length > 0 && (
              <span className={styles.count}>
                {t('indicator.alternatives', { count: one.alternatives.length })}
              </span>
            )}
          </summary>
          <ValueTable
            caption={t('indicator.valuesOf', { country: names[one.area] })}
            values={one.values}
            area={one.area}
            series={one}
            data={data}
          />
          {one.breakdowns.length > 0 && (
            <PartTable
              key={`${data.indicator.code} ${data.release.number} ${lang}`}
              caption={t('indicator.breakdownsOf', { country: names[one.area] })}
              series={one}
              data={data}
            />
          )}
          <LeftOut series={[one]} names={names} />
        </details>
      ))}
    </div>
  );
}

/** The parts that came with the page and, on demand, the next ones. */
function PartTable(props: { caption: string; series: IndicatorSeries; data: IndicatorData }) {
  const { t } = useTranslation();
  const context = root.useRouteContext();
  const { data, series } = props;
  const [read, setRead] = useState<PartsRead>({ values: series.breakdowns, next: null });
  const [failed, setFailed] = useState(false);
  const rest = series.breakdownCount - read.values.length;
  async function pageAfter(after: string | null): Promise<PartsRead> {
    const { breakdowns } = await query(context, BreakdownsDocument, {
      ...{ code: data.indicator.code, area: series.area, lang: context.lang },
      ...{ release: data.release.number, part: null, from: null, to: null },
      ...{ first: AT_ONCE, after },
    });
    return found(breakdowns);
  }
  async function more() {
    try {
      // the first page of the API holds the parts that came with the page; it is read only for the cursor at its end
      const before = read.next === null ? await pageAfter(null) : read;
      const page = before.next === null ? null : await pageAfter(before.next);
      setRead(page === null ? before : { ...page, values: [...before.values, ...page.values] });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <ValueTable caption={props.caption} values={read.values} area={series.area} data={data} />
      {rest > 0 && (
        <button type="button" onClick={() => void more()}>
          {t('list.more', { count: Math.min(rest, AT_ONCE) })}
        </button>
      )}
      {failed && <p role="alert">{t('state.offlineText')}</p>}
    </>
  );
}

/** Without `series` the values are parts of a breakdown, and a column names the part. */
function ValueTable(props: {
  caption: string;
  values: readonly Value[];
  area: string;
  series?: IndicatorSeries;
  data: IndicatorData;
}) {
  const { t } = useTranslation();
  const { series, data } = props;
  const text = useChartText(data.indicator);
  const others = series?.alternatives ?? [];
  const years = [...new Set([...props.values, ...others].map(({ year }) => year))].sort(
    (a, b) => b - a,
  );
  return (
    <div className={styles.scroll} role="region" aria-label={props.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.year')}</th>
            {!series && <th scope="col">{t('indicator.part')}</th>}
            <th scope="col" className={styles.figure}>
              {t('indicator.value')}
            </th>
            <th scope="col">{t('indicator.source')}</th>
            <th scope="col">{t('indicator.note')}</th>
          </tr>
        </thead>
        <tbody>
          {years.flatMap((year) => [
            ...props.values
              .filter((value) => value.year === year)
              .map((value) => (
                <ValueRow
                  key={`${year} ${partText(t, value)}`}
                  value={value}
                  area={props.area}
                  series={series}
                  data={data}
                />
              )),
            ...others
              .filter((other) => other.year === year)
              .map((other) => (
                <tr key={`${year} ${other.source} ${other.value}`} className={styles.other}>
                  <th scope="row">{year}</th>
                  <td className={styles.figure}>{text.value(other.value)}</td>
                  <td>
                    <SourceName source={data.sources.find(({ id }) => id === other.source)} />
                  </td>
                  <td>
                    <strong>{t('indicator.notChosen')}</strong> <LocalText of={other.note} />{' '}
                    <LocalText of={other.chosen} />
                  </td>
                </tr>
              )),
          ])}
        </tbody>
      </table>
    </div>
  );
}

function ValueRow(props: {
  value: Value;
  area: string;
  series: IndicatorSeries | undefined;
  data: IndicatorData;
}) {
  const { value, series, data } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const text = useChartText(data.indicator);
  const word = openWord(value.obsStatus);
  const cut = series?.breaks.find(({ year }) => year === value.year);
  const source = data.sources.find(({ id }) => id === value.source);
  return (
    <tr>
      <th scope="row">{value.year}</th>
      {!series && <td>{partText(t, value, wordsOf(data))}</td>}
      <td className={styles.figure}>
        <ReceiptLink receipt={receiptKey(props.area, value)}>
          {value.obsStatus === 'Q' ? (
            <Hidden />
          ) : value.value === null ? (
            text.absent(observedValue(value))
          ) : (
            text.value(value.value)
          )}
        </ReceiptLink>
        {value.withdrawnOn !== null && (
          <small className={styles.small}>
            {t('indicator.withdrawnOn', { date: format.date(value.withdrawnOn) })}
          </small>
        )}
        {value.numerator !== null && value.denominator !== null && value.obsStatus !== 'Q' && (
          <small className={styles.small}>
            {format.number(value.numerator)} / {format.number(value.denominator)}
          </small>
        )}
        {word !== null && <small className={styles.small}>{t(`chart.status.${word}`)}</small>}
        {value.period !== null && (
          <small className={styles.small}>{format.date(value.period)}</small>
        )}
      </td>
      <td>
        {source ? <SourceName source={source} /> : (value.body?.text ?? value.sourceText)}
        {value.body !== null && value.sourceText !== null && (
          <small className={styles.small}>{value.sourceText}</small>
        )}
        {value.via !== null && (
          <small className={styles.small}>{t(`indicator.via.${value.via}`)}</small>
        )}
        {value.approvedOn !== null && (
          <small className={styles.small}>
            {t('indicator.approvedOn', { date: format.date(value.approvedOn) })}
          </small>
        )}
      </td>
      <td>
        {cut && (
          <p className={styles.cut}>
            {t('indicator.breakNote')} <LocalText of={cut.note} />
          </p>
        )}
        {value.note && <LocalText of={value.note} />}
        {value.revision !== null && value.revision > 1 && (
          <small className={styles.small}>
            {t('indicator.revised', { count: value.revision - 1 })}
          </small>
        )}
      </td>
    </tr>
  );
}
