import { useEffect, useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageEscape } from './use-page-escape.ts';
import type { PlotArea, PlotProps } from './plot.types.ts';
import { readYear } from './reading.ts';
import { useReadingText } from './reading-text.ts';
import { ReadingCard } from './reading-card.tsx';
import styles from './year-cursor.module.css';

type Props = Pick<
  PlotProps,
  'traces' | 'indicator' | 'from' | 'to' | 'asOf' | 'names' | 'kept' | 'onFocus'
> & {
  area: PlotArea;
  x: (year: number) => number;
};

/**
 * Reads a chart year by year, by pointer, touch or keys. For keyboards and screen readers it is a slider over the years:
 * left and right step, Home and End jump, up and down go from series to series, and the words of the year are its value.
 */
export function YearCursor({ area, x, from, to, kept, onFocus, ...reading }: Props) {
  const { t } = useTranslation();
  const [year, setYear] = useState<number | null>(null);
  const hint = useId();
  const sentence = useReadingText(reading.indicator, reading.names);
  usePageEscape(year !== null || kept !== null, () => {
    if (year === null) onFocus(null);
    else setYear(null);
  });
  useEffect(() => setYear(null), [from, to]);

  const readings = year === null ? [] : readYear(reading.traces, year, reading.asOf);
  const said = readings.filter((one) => kept === null || one.area === kept);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    setYear(Math.min(to, Math.max(from, Math.round(from - 0.3 + share * (to - from + 0.6)))));
  };
  /** From all series to the first, to the next … and to all again. */
  const otherSeries = (by: 1 | -1) => {
    const choices = [null, ...reading.traces.map((trace) => trace.area)];
    onFocus(choices.at((choices.indexOf(kept) + by) % choices.length) ?? null);
  };
  const step = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (year === null) setYear(Math.min(reading.asOf, to));
      otherSeries(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const now = year ?? reading.asOf;
    const next = {
      ArrowLeft: now - 1,
      ArrowRight: now + 1,
      Home: from,
      End: to,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setYear(
      Math.min(
        to,
        Math.max(from, year === null && event.key.startsWith('Arrow') ? Math.min(now, to) : next),
      ),
    );
  };
  const { left, right, top, bottom } = area;
  // near enough that a pointer reaches the words before it reaches the next year (WCAG 1.4.13)
  const aside = Math.min(14, (x(1) - x(0)) / 2 - 1);
  return (
    <div
      className={styles.layer}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setYear(null)}
    >
      <div
        className={styles.track}
        style={{ left, top, width: right - left, height: bottom - top }}
        role="slider"
        tabIndex={0}
        aria-label={t('chart.readYear')}
        aria-describedby={hint}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={year ?? Math.min(reading.asOf, to)}
        aria-valuetext={year === null ? t('chart.noYear') : sentence(year, said)}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={step}
        onBlur={() => setYear(null)}
      />
      <span id={hint} hidden>
        {t('chart.readYearHint')}
      </span>
      {year !== null && (
        <>
          <div className={styles.line} style={{ left: x(year), top, height: bottom - top }} />
          <div
            className={styles.place}
            style={
              x(year) < (left + right) / 2
                ? { left: x(year) + aside, top: top + 8 }
                : { right: `calc(100% - ${x(year) - aside}px)`, top: top + 8 }
            }
          >
            <ReadingCard
              year={year}
              readings={readings}
              indicator={reading.indicator}
              names={reading.names}
            />
          </div>
        </>
      )}
    </div>
  );
}
