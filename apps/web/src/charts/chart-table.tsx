import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from '../ui/hidden.tsx';
import { AreaMark } from './marker.tsx';
import type { PlotProps } from './plot.types.ts';
import { openWord } from './reading-text.ts';
import { readingRows, type Reading, type ReadingRow } from './reading.ts';
import type { Observed } from './curve.ts';
import { useChartText, type ChartText } from './use-chart-text.ts';
import styles from './chart-table.module.css';

/** Makes a number a link to its receipt. */
export type Ask = (area: string, year: number, number: ReactNode) => ReactNode;

export interface ChartTableProps extends Pick<
  PlotProps,
  'curves' | 'indicator' | 'names' | 'asOf'
> {
  caption: string;
  /** The years that are drawn, if they are not all years of the curves. */
  rows?: readonly ReadingRow[] | undefined;
  /** The head of the column of years, if these are counted from a start of their own. */
  yearHead?: string | undefined;
  ask?: Ask | undefined;
}

/** The numbers of the chart, no more and no less. */
export function ChartTable(props: ChartTableProps) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, names, asOf, caption, ask = (_area, _year, number) => number } = props;
  const rows = props.rows ?? readingRows(curves, asOf);
  if (rows.length === 0) return <p className={styles.none}>{t('chart.nothing')}</p>;
  const areas = curves.map(({ area, path, fan, since }) => ({
    area,
    columns: [
      {
        head: t('chart.reported'),
        cell: (reading: Reading, year: number) => (
          <>
            <Value reading={reading} text={text} ask={(number) => ask(area, year, number)} />
            {since !== undefined && reading.observed !== null && <Small>({year + since})</Small>}
          </>
        ),
      },
      path.length > 0 && { head: t('chart.path'), cell: planned },
      fan !== null && { head: t('chart.projection'), cell: projected },
    ].filter((column) => column !== false),
  }));

  function planned({ path, target, reference }: Reading) {
    if (path === null) return null;
    return (
      <>
        <data value={path.value}>{text.computed(path.value)}</data>
        {target && <Small>{t(reference ? 'chart.referenceWord' : 'chart.targetWord')}</Small>}
      </>
    );
  }
  function projected({ fan }: Reading) {
    if (fan === null) return null;
    return (
      <>
        <data value={fan.central}>{text.computed(fan.central)}</data>
        {fan.low !== fan.high && (
          <Small>
            {text.computed(fan.low)} – {text.computed(fan.high)}
          </Small>
        )}
      </>
    );
  }
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.year}>
              {props.yearHead ?? t('chart.year')}
            </th>
            {areas.map(({ area, columns }) => (
              <th key={area} scope="colgroup" colSpan={columns.length} className={styles.area}>
                <AreaMark area={area} /> {names[area]}
              </th>
            ))}
          </tr>
          <tr>
            {areas.flatMap(({ area, columns }) =>
              columns.map(({ head }, i) => (
                <th key={area + head} scope="col" className={i === 0 ? styles.first : undefined}>
                  {head}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, readings }) => (
            <tr key={to}>
              <th scope="row">{from === to ? to : `${from}–${to}`}</th>
              {areas.flatMap(({ area, columns }) => {
                const reading = readings.find((one) => one.area === area);
                return columns.map(({ head, cell }, i) => (
                  <td key={area + head} className={i === 0 ? styles.first : 'soft'}>
                    {reading && cell(reading, to)}
                  </td>
                ));
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Small = ({ children }: { children: ReactNode }) => (
  <small className={styles.small}>{children}</small>
);

function Value({
  reading: { observed, past, baseline, ...reading },
  text,
  ask,
}: {
  reading: Reading;
  text: ChartText;
  ask: (number: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  if (observed?.value == null && observed?.hidden !== true)
    return <span className="soft">{past || observed !== null ? text.absent(observed) : ''}</span>;
  return (
    <>
      <KnownValue point={observed} text={text} ask={ask} />
      {observed.value !== null && (baseline !== null || reading.break) && (
        <Small>{t(baseline !== null ? 'chart.baseline' : 'chart.breakHere')}</Small>
      )}
    </>
  );
}

/** A number of a table, with a mark if it is not final, or the sign for a hidden one. */
export function KnownValue(props: {
  point: Observed;
  text: ChartText;
  ask: (number: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  const { point, text, ask } = props;
  if (point.value === null) return ask(<Hidden />);
  const word = openWord(point.status);
  return (
    <>
      {ask(<data value={point.value}>{text.value(point.value)}</data>)}
      {word !== null && (
        <abbr title={t(`chart.status.${word}`)} className={styles.mark}>
          {word}
        </abbr>
      )}
    </>
  );
}
