import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { axis, beside, gridAt, valueAxis } from './axis.ts';
import { edge, type Layout } from './plot-layout.ts';
import type { PlotProps } from './plot.types.ts';
import { useReadingText, detailTexts, observedText } from './reading-text.ts';
import { readYear } from './reading.ts';
import { yearTicks } from './scale.ts';
import styles from './year-chart.module.css';
import { LocalText } from '../ui/local-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { AreaMark } from './marker.tsx';
import { useChartText } from './use-chart-text.ts';

const soft = 'var(--ink-soft)';

interface Props extends PlotProps {
  layout: Pick<Layout, 'area' | 'x' | 'y'>;
  /** The values that are drawn for each year, from the first to the last. */
  rows: readonly { year: number }[];
  /** The axis of values; lanes have none. */
  ticks?: readonly number[];
  tick?: (value: number) => string;
  /** The position of the release on the axis of years. */
  releaseAt: number;
  /** Room for what is written below the plot. */
  foot: number;
  children: ReactNode;
}

/** What all charts over years share: the axes, the line at the year of the release, and the slider to read single years. */
export function YearChart(props: Props) {
  const { t } = useTranslation();
  const { layout, rows, ticks = [], tick = String, from, to, width, height, asOf } = props;
  const { area } = layout;
  return (
    <YearReader {...props}>
      <ComposedChart
        width={width}
        height={height}
        data={rows}
        margin={{ top: area.top, right: width - area.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        role="img"
        title={props.title}
        desc={props.description}
      >
        <CartesianGrid {...gridAt([], ticks.map(layout.y))} />
        <XAxis
          {...axis}
          dataKey="year"
          type="number"
          domain={[from - edge, to + edge]}
          ticks={yearTicks(from, to, Math.floor((area.right - area.left) / 52))}
          height={props.foot}
          stroke="var(--line-strong)"
        />
        <YAxis {...valueAxis(ticks, tick, area.left)} />
        {asOf < to && (
          <ReferenceLine
            x={props.releaseAt}
            stroke={soft}
            strokeDasharray="1 3"
            label={{ ...beside, position: 'top', value: t('chart.asOf', { year: asOf }) }}
          />
        )}
        {props.children}
        <YearTooltip {...props} />
      </ComposedChart>
    </YearReader>
  );
}

const YearRead = createContext<number | null>(null);

/** Holds the year that is read in a context of its own, so that changing it draws only the tooltip and the slider anew. */
function YearReader({ children, ...props }: Props) {
  const [year, setYear] = useState<number | null>(null);
  useEffect(() => setYear(null), [props.from, props.to]);
  return (
    <div
      className={styles.chart}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setYear(null)}
    >
      <YearRead value={year}>{children}</YearRead>
      <YearSlider {...props} year={year} setYear={setYear} />
    </div>
  );
}

function YearTooltip(props: Omit<Props, 'children'>) {
  const { area, x } = props.layout;
  const year = useContext(YearRead);
  return (
    <Tooltip
      active={year !== null}
      // only the slider decides the year: on hover, Recharts would follow a pointer that is on the words
      trigger="click"
      {...(year === null ? {} : { defaultIndex: year - props.from })}
      content={year === null ? () => null : () => <ReadingCard {...props} year={year} />}
      cursor={{ stroke: 'var(--ink)' }}
      isAnimationActive={false}
      // near enough that a pointer reaches the words before it reaches the next year (WCAG 1.4.13)
      offset={Math.min(14, (x(1) - x(0)) / 2 - 1)}
      position={{ y: area.top + 8 }}
      reverseDirection={{ x: year !== null && x(year) >= (area.left + area.right) / 2, y: false }}
      allowEscapeViewBox={{ x: true, y: true }}
      // visible even in a year without values, for which Recharts hides the tooltip: it says that nothing was reported
      wrapperStyle={{ visibility: 'visible', pointerEvents: 'auto' }}
    />
  );
}

/**
 * Chooses the year that is read, by pointer, touch or keys. For keyboards and screen readers it is a slider over the years:
 * left and right move by a year, Home and End to the ends, up and down go from series to series, and the words of the year are
 * its value. Recharts' own keyboard support only knows left and right, and tells a screen reader nothing.
 */
function YearSlider(
  props: Omit<Props, 'children'> & { year: number | null; setYear: (year: number | null) => void },
) {
  const { t } = useTranslation();
  const { year, setYear, from, to, asOf, curves, kept, onFocus } = props;
  const { left, right, top, bottom } = props.layout.area;
  const hint = useId();
  const sentence = useReadingText(props.indicator, props.names);
  // Escape closes what hovering opened, wherever the focus is (WCAG 1.4.13)
  const onKey = useEffectEvent(({ key }: globalThis.KeyboardEvent) => {
    if (key !== 'Escape' || (year === null && kept === null)) return;
    if (year === null) onFocus(null);
    else setYear(null);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const within = (one: number) => Math.min(to, Math.max(from, one));
  const newest = Math.min(asOf, to);
  const follow = (event: { currentTarget: Element; clientX: number }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    setYear(within(Math.round(from - edge + share * (to - from + 2 * edge))));
  };
  /** Goes from all series to the first, to the next … and back to all. */
  const otherSeries = (by: 1 | -1) => {
    const choices = [null, ...curves.map(({ area }) => area)];
    onFocus(choices.at((choices.indexOf(kept) + by) % choices.length) ?? null);
    if (year === null) setYear(newest);
  };
  const step = (event: KeyboardEvent) => {
    const go = {
      ArrowUp: () => otherSeries(-1),
      ArrowDown: () => otherSeries(1),
      ArrowLeft: () => setYear(within(year === null ? newest : year - 1)),
      ArrowRight: () => setYear(within(year === null ? newest : year + 1)),
      Home: () => setYear(from),
      End: () => setYear(to),
    }[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  };
  const said = readYear(curves, year ?? newest, asOf).filter(
    ({ area }) => kept === null || area === kept,
  );
  return (
    <>
      <div
        className={styles.slider}
        style={{ left, top, width: right - left, height: bottom - top }}
        role="slider"
        tabIndex={0}
        aria-label={t('chart.readYear')}
        aria-describedby={hint}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={year ?? newest}
        aria-valuetext={year === null ? t('chart.noYear') : sentence(year, said)}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={step}
        onBlur={() => setYear(null)}
      />
      <span id={hint} hidden>
        {t('chart.readYearHint')}
      </span>
    </>
  );
}

/** The year in words, as a card on the screen: with the unit, which a screen reader would repeat for each year. */
function ReadingCard(
  props: Pick<PlotProps, 'curves' | 'indicator' | 'asOf' | 'names'> & { year: number },
) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { kind, unitText } = props.indicator;
  const unit = kind === 'NUMERIC' ? unitText.text : null;
  return (
    <div className={styles.card} aria-hidden="true" onClick={(event) => event.stopPropagation()}>
      <div>
        <strong>{props.year}</strong>
        {unit !== null && <span className="soft">, {unit}</span>}
      </div>
      {readYear(props.curves, props.year, props.asOf).map((reading) => {
        const observed = observedText(text, reading);
        const details = detailTexts(t, text, reading);
        return (
          <div key={reading.area} className={styles.entry}>
            <AreaMark area={reading.area} />
            <span>{props.names[reading.area]}</span>
            <span className={reading.observed?.value == null ? 'soft' : styles.value}>
              {observed}
            </span>
            {reading.status !== null && (
              <span className={styles.details}>
                <StatusBadge status={reading.status} />
              </span>
            )}
            {details.length > 0 && <span className={styles.details}>{details.join(' · ')}</span>}
            {reading.observed?.note && (
              <span className={styles.note}>
                <LocalText of={reading.observed.note} />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
