import {
  type KeyboardEvent,
  type PointerEvent,
  startTransition,
  useOptimistic,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, IndicatorView, Years } from './view.ts';
import styles from './year-range.module.css';

/** The years shown, and a function to choose others: a choice is shown at once, and the chart follows. */
export function useYears(
  view: IndicatorView,
  change: Change,
): [Years, (next: Years, passing?: boolean) => void] {
  const [years, show] = useOptimistic<Years>(view);
  const choose = (next: Years, passing = false) => {
    if (next.from >= next.to || (next.from === years.from && next.to === years.to)) return;
    startTransition(async () => {
      show(next);
      await change({ ...view, ...next }, passing);
    });
  };
  return [years, choose];
}

/**
 * The draggable axis of years under the chart: a handle at each end (native range inputs with their own keys), and the
 * years between them, which move both ends. The handles are outside the years they hold, so that neither ever covers
 * the other.
 */
export function YearRange(props: {
  view: IndicatorView;
  /** The first and last year to which the handles can be moved. */
  whole: Years;
  change: Change;
}) {
  const { t } = useTranslation();
  const { view, change } = props;
  const [years, choose] = useYears(view, change);
  const whole = {
    from: Math.min(props.whole.from, years.from),
    to: Math.max(props.whole.to, years.to),
  };
  const moved = useRef(false);
  const held = useRef<{ x: number; years: Years } | null>(null);
  const begin = () => {
    moved.current = false;
  };
  const move = (next: Years) => {
    if (next.from === years.from && next.to === years.to) return;
    // each drag makes one entry in the history, however many years it passes, so that Back leads to where it began
    choose(next, moved.current);
    moved.current = true;
  };
  const take = (event: PointerEvent<HTMLDivElement>) => {
    begin();
    held.current = { x: event.clientX, years };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const rail = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    if (held.current === null || rail === 0) return;
    const { x, years: start } = held.current;
    const by = Math.round(((event.clientX - x) / rail) * (whole.to - whole.from));
    const kept = Math.min(whole.to - start.to, Math.max(whole.from - start.from, by));
    move({ from: start.from + kept, to: start.to + kept });
  };
  const share = (year: number) => (year - whole.from) / (whole.to - whole.from);
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
        if (!event.repeat) begin(); // holding a key down counts as one drag
      }}
      onChange={(event) => move({ ...years, [end]: kept(event.currentTarget.valueAsNumber) })}
    />
  );
  return (
    <div className={`${styles.strip ?? ''} no-print`}>
      <span aria-hidden="true">{years.from}</span>
      <div className={styles.range}>
        <div className={styles.rail}>
          <div
            className={styles.chosen}
            style={{
              left: `${share(years.from) * 100}%`,
              right: `${100 - share(years.to) * 100}%`,
            }}
            onPointerDown={take}
            onPointerMove={drag}
            onPointerUp={() => {
              held.current = null;
            }}
            onPointerCancel={() => {
              held.current = null;
            }}
          />
        </div>
        {handle('from', (year) => Math.min(year, years.to - 1))}
        {handle('to', (year) => Math.max(year, years.from + 1))}
      </div>
      <span aria-hidden="true">{years.to}</span>
    </div>
  );
}
