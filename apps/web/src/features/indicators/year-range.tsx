import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Years } from './view.ts';
import styles from './year-range.module.css';

/**
 * A pair of handles, each a native range with its own keys. They stand outside the years they hold, so that neither ever
 * covers the other.
 */
export function YearRange(props: {
  years: Years;
  /** Between which they are moved. */
  whole: Years;
  /** `passing`: a step of the same drag. */
  choose: (years: Years, passing: boolean) => void;
}) {
  const { t } = useTranslation();
  const { years, whole, choose } = props;
  const moved = useRef(false);
  const begin = () => {
    moved.current = false;
  };
  const move = (next: Years) => {
    if (next.from === years.from && next.to === years.to) return;
    // one entry in the history for each drag, however many years it passes: Back leads to where it began
    choose(next, moved.current);
    moved.current = true;
  };
  const share = (year: number) =>
    Math.min(1, Math.max(0, (year - whole.from) / (whole.to - whole.from)));
  const handle = (end: keyof Years, kept: (year: number) => number) => (
    <input
      type="range"
      className={styles[end]}
      aria-label={`${t('chart.years')}: ${t(`chart.${end}`)}`}
      aria-valuetext={String(years[end])}
      min={whole.from}
      max={whole.to}
      value={years[end]}
      onPointerDown={begin}
      onKeyDown={(event: KeyboardEvent) => {
        if (!event.repeat) begin(); // a key that is held down is one drag
      }}
      onChange={(event) => move({ ...years, [end]: kept(event.currentTarget.valueAsNumber) })}
    />
  );
  return (
    <div className={styles.range}>
      <div className={styles.rail}>
        <div
          className={styles.chosen}
          style={{ left: `${share(years.from) * 100}%`, right: `${100 - share(years.to) * 100}%` }}
        />
      </div>
      {handle('from', (year) => Math.min(year, years.to - 1))}
      {handle('to', (year) => Math.max(year, years.from + 1))}
    </div>
  );
}
