import { Link, getRouteApi } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hundredfold } from './decimal-text.ts';
import { computedText } from './figure-text.ts';
import { Figure } from './figure.tsx';
import { Hidden } from './hidden.tsx';
import type { IndicatorSummaryFragment, ShortSeriesFragment } from './indicator.generated.ts';
import { LocalText } from './local-text.tsx';
import { NotReported } from './not-reported.tsx';
import styles from './series-table.module.css';
import { areaColor, Sparkline } from './sparkline.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useFormat } from './use-format.ts';
import { ValueMark } from './value-mark.tsx';

const root = getRouteApi('__root__');

export interface SeriesRow {
  key: string;
  label: ReactNode;
  indicator: IndicatorSummaryFragment;
  series: ShortSeriesFragment;
  /** Against an external standard, in places, centres or people; absent where the table has no such column. */
  gap?: ReactNode;
  /** A context indicator has no status to show. */
  scored: boolean;
}

/** What a reader has to know of the value beside it. */
const marks = ['PROVISIONAL', 'ESTIMATED', 'LOW_RELIABILITY', 'BREAK_IN_SERIES'] as const;

/** Trend, latest value, target and status, a series a row. */
export function SeriesTable(props: {
  caption: ReactNode;
  first: string;
  rows: readonly SeriesRow[];
}) {
  const { t } = useTranslation();
  const id = useId();
  const gaps = props.rows.some(({ gap }) => gap != null);
  return (
    <div>
      <div className={styles.caption} id={id}>
        {props.caption}
      </div>
      <table className={styles.table} role="table" aria-labelledby={id}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {props.first}
            </th>
            <th role="columnheader" scope="col">
              {t('series.trend')}
            </th>
            <th role="columnheader" scope="col">
              {t('series.latest')}
            </th>
            <th role="columnheader" scope="col">
              {t('series.target')}
            </th>
            {gaps && (
              <th role="columnheader" scope="col">
                {t('series.gap')}
              </th>
            )}
            <th role="columnheader" scope="col">
              {t('series.status')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <SeriesRowCells key={row.key} row={row} gaps={gaps} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SeriesRowCells({ row, gaps }: { row: SeriesRow; gaps: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cell, points, target } = row.series;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.label}
      </th>
      <td role="cell">
        <Sparkline points={points} color={areaColor(cell.area)} />
      </td>
      <td role="cell">
        {cell.status === 'SUPPRESSED' ? (
          <Hidden />
        ) : cell.latestYear === null ? (
          <NotReported />
        ) : (
          <>
            <strong>
              <Figure indicator={row.indicator} value={cell.latestValue} />
            </strong>{' '}
            <span className={styles.year}>({cell.latestYear})</span>
            <ValueMark flags={cell.flags} />
          </>
        )}
      </td>
      <td role="cell">
        {target && (
          <>
            <span className={styles.label}>{t('series.target')}: </span>
            <Figure
              indicator={row.indicator}
              value={target.value}
              status={target.status}
              planned
            />{' '}
            <span className={styles.year}>({target.year})</span>
          </>
        )}
        {row.scored && cell.expectedValue !== null && (
          <span className={styles.way}>
            {t('series.due', {
              due: computedText(t, format, row.indicator, cell.expectedValue),
              year: cell.latestYear,
            })}
          </span>
        )}
      </td>
      {gaps && (
        <td role="cell" className={styles.gap}>
          {row.gap}
        </td>
      )}
      <td role="cell" className={styles.status}>
        {row.scored ? (
          <>
            <StatusBadge status={cell.status} known={cell.latestYear !== null} />
            {cell.progress !== null && row.indicator.kind !== 'BINARY' && (
              <span className={styles.way}>
                {t('indicator.way', { done: format.percent(hundredfold(cell.progress), 0) })}
              </span>
            )}
            {marks
              .filter((mark) => cell.flags.includes(mark))
              .map((mark) => (
                <span key={mark} className={styles.way}>
                  {t(`indicator.flag.${mark}`)}
                </span>
              ))}
          </>
        ) : (
          <span className={styles.year}>{t('series.context')}</span>
        )}
      </td>
    </tr>
  );
}

/** The name of an indicator with the way to its page. */
export function IndicatorName({ indicator }: { indicator: IndicatorSummaryFragment }) {
  const { lang } = root.useRouteContext();
  return (
    <Link to="/$lang/indicators/$code" params={{ lang, code: indicator.code }}>
      <LocalText of={indicator.name} />
    </Link>
  );
}
