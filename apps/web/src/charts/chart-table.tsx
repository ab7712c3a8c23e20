import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from '../ui/hidden.tsx';
import type { ChartIndicator } from './chart.types.ts';
import { AreaMark } from './marker.tsx';
import { openWord } from './reading-text.ts';
import { readingRows, type Reading, type ReadingRow } from './reading.ts';
import type { Curve } from './curve.ts';
import { useChartText } from './use-chart-text.ts';
import styles from './chart-table.module.css';

export type Ask = (area: string, year: number, number: ReactNode) => ReactNode;

interface Props {
  curves: readonly Curve[];
  indicator: ChartIndicator;
  names: Readonly<Record<string, string>>;
  asOf: number;
  caption: string;
  /** What is drawn of the curves, where it is not all. */
  rows?: readonly ReadingRow[] | undefined;
  /** Where years are counted from a start of their own: what the column is called. */
  yearHead?: string;
  /** Makes a number the way to its receipt. */
  ask?: Ask | undefined;
}

/** The numbers of the chart, no more and no less. */
export function ChartTable(props: Props) {
  const { t } = useTranslation();
  const { curves, indicator, names, asOf, caption, yearHead, ask } = props;
  const rows = props.rows ?? readingRows(curves, asOf);
  const columns = curves.map((curve) => ({
    area: curve.area,
    path: curve.path.length > 0,
    fan: curve.fan !== null,
    since: curve.since,
  }));
  const cells = columns.map(({ path, fan }) => 1 + Number(path) + Number(fan));
  if (rows.length === 0) return <p className={styles.none}>{t('chart.nothing')}</p>;
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.year}>
              {yearHead ?? t('chart.year')}
            </th>
            {columns.map(({ area }, i) => (
              <th key={area} scope="colgroup" colSpan={cells[i]} className={styles.area}>
                <AreaMark area={area} /> {names[area]}
              </th>
            ))}
          </tr>
          <tr>
            {columns.flatMap(({ area, path, fan }) => [
              <th key={area} scope="col" className={styles.first}>
                {t('chart.reported')}
              </th>,
              path && (
                <th key={`${area} path`} scope="col">
                  {t('chart.path')}
                </th>
              ),
              fan && (
                <th key={`${area} fan`} scope="col">
                  {t('chart.projection')}
                </th>
              ),
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, readings }) => (
            <tr key={to}>
              <th scope="row">{from === to ? to : `${from}–${to}`}</th>
              {columns.flatMap(({ area, path, fan, since }) => {
                const reading = readings.find((one) => one.area === area);
                return [
                  <td key={area} className={styles.first}>
                    {reading && (
                      <Value reading={reading} indicator={indicator} year={to} ask={ask} />
                    )}
                    {since !== undefined && reading?.observed != null && (
                      <small className={styles.small}>({to + since})</small>
                    )}
                  </td>,
                  path && (
                    <td key={`${area} path`} className={styles.soft}>
                      {reading && <Planned reading={reading} indicator={indicator} />}
                    </td>
                  ),
                  fan && (
                    <td key={`${area} fan`} className={styles.soft}>
                      {reading && <Projected reading={reading} indicator={indicator} />}
                    </td>
                  ),
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  reading: Reading;
  indicator: ChartIndicator;
}

function Value({
  reading: { observed, past, baseline, ...reading },
  indicator,
  year,
  ask = (_area, _year, number) => number,
}: CellProps & { year: number; ask: Ask | undefined }) {
  const { t } = useTranslation();
  const text = useChartText(indicator);
  if (observed?.hidden === true) return ask(reading.area, year, <Hidden />);
  if (observed?.value == null)
    return (
      <span className={styles.soft}>{past || observed !== null ? text.absent(observed) : ''}</span>
    );
  const word = openWord(observed.status);
  return (
    <>
      {ask(reading.area, year, <data value={observed.value}>{text.value(observed.value)}</data>)}
      {word !== null && (
        <abbr title={t(`chart.status.${word}`)} className={styles.mark}>
          {word}
        </abbr>
      )}
      {(baseline !== null || reading.break) && (
        <small className={styles.small}>
          {baseline !== null ? t('chart.baseline') : t('chart.breakHere')}
        </small>
      )}
    </>
  );
}

function Planned({ reading: { path, target, reference }, indicator }: CellProps) {
  const { t } = useTranslation();
  const text = useChartText(indicator);
  if (path === null) return null;
  return (
    <>
      <data value={path.value}>{text.computed(path.value)}</data>
      {target && (
        <small className={styles.small}>
          {t(reference ? 'chart.referenceWord' : 'chart.targetWord')}
        </small>
      )}
    </>
  );
}

function Projected({ reading: { fan }, indicator }: CellProps) {
  const text = useChartText(indicator);
  if (fan === null) return null;
  return (
    <>
      <data value={fan.central}>{text.computed(fan.central)}</data>
      {fan.low !== fan.high && (
        <small className={styles.small}>
          {text.computed(fan.low)} – {text.computed(fan.high)}
        </small>
      )}
    </>
  );
}
