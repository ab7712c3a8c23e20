import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { Ask } from '../chart-table.tsx';
import { AreaMark, areaStyle } from '../marker.tsx';
import type { ScoredStatus } from '../multiples/multiples.tsx';
import { DatedValue, TickAxis, Dot, even, rowScale, RowGround } from '../stretched.tsx';
import { detailTexts } from '../reading-text.ts';
import type { PlotProps } from '../plot.types.ts';
import { tickText, useChartText } from '../use-chart-text.ts';
import { barsModel, type Bar } from './bars.model.ts';
import styles from './bars.module.css';
import { Fragment } from 'react';
import type { PlotModel } from '../line/line.model.ts';

type Props = Pick<PlotProps, 'curves' | 'indicator' | 'benchmarks' | 'names' | 'asOf'> & {
  statuses: (area: string) => ScoredStatus;
  ask: Ask;
};

/** The newest value of each country as a bar, with its plan. Everything is written out too, and drawn on the server: it needs no script. */
export function Bars(props: Props) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, indicator, names, asOf } = props;
  const { bars, ticks, benchmarks } = barsModel(curves, indicator, props.benchmarks, asOf);
  return (
    <div className={styles.plot}>
      <ul className={styles.rows}>
        {bars.map((bar) => (
          <li key={bar.area} className={styles.row}>
            <Name
              area={bar.area}
              name={names[bar.area] ?? bar.area}
              {...props}
              known={bar.latest !== null}
            />
            <BarPlot
              bar={bar}
              ticks={ticks}
              benchmarks={benchmarks}
              title={`${names[bar.area] ?? bar.area}: ${text.valueOrReason(bar.latest)}`}
            />
            <Words bar={bar} indicator={indicator} ask={props.ask} />
          </li>
        ))}
      </ul>
      <TickAxis ticks={ticks} say={tickText(text, ticks)} className={styles.axis} />
      <p className={styles.key}>
        {t('bars.key')}
        {benchmarks.length > 0 &&
          ` ${t('bars.benchmark', { list: benchmarks.map(({ label }) => label).join('; ') })}`}
      </p>
    </div>
  );
}

function Name(props: Pick<Props, 'statuses'> & { area: string; name: string; known: boolean }) {
  const { status, scored } = props.statuses(props.area);
  return (
    <div className={styles.head}>
      <span className="strong">
        <AreaMark area={props.area} /> <span data-drawn="">{props.name}</span>
      </span>
      {scored && <StatusBadge status={status} known={props.known} />}
    </div>
  );
}

/** What other charts say in a tooltip, as words beside the bar. */
function Words({ bar, indicator, ask }: { bar: Bar } & Pick<Props, 'indicator' | 'ask'>) {
  const { t } = useTranslation();
  const text = useChartText(indicator);
  const { area, latest, reading, target, baseline, fan } = bar;
  const year = latest?.year;
  const lines = [
    ...detailTexts(t, text, reading),
    baseline !== null &&
      baseline.year !== year &&
      `${t('chart.baselineValue', { value: text.value(baseline.value) })} (${baseline.year})`,
    target !== null &&
      target.year !== year &&
      t(reading.reference ? 'multiples.reference' : 'multiples.target', {
        value: text.planned(target.value),
        year: target.year,
      }),
    fan !== null &&
      `${fan.year}: ${t('chart.fanValue', {
        low: text.computed(fan.low),
        central: text.computed(fan.central),
        high: text.computed(fan.high),
      })}`,
  ].filter((line) => line !== false);
  return (
    <div className={styles.words}>
      <p className={styles.value}>
        {latest === null ? (
          <span data-drawn="">{text.valueOrReason(latest)}</span>
        ) : (
          ask(area, latest.year, <DatedValue point={latest} text={text} year={latest.year} />)
        )}
      </p>
      {lines.map((line) => (
        <p key={line}>
          <span data-drawn="">{line}</span>
        </p>
      ))}
    </div>
  );
}

const [width, height] = [400, 36];
const middle = height / 2;

/** One bar on the axis that all bars share; the plan, the projection and benchmarks are marks over it. */
function BarPlot(props: {
  bar: Bar;
  ticks: readonly number[];
  benchmarks: PlotModel['benchmarks'];
  title: string;
}) {
  const { bar, ticks, benchmarks } = props;
  const { color } = areaStyle(bar.area);
  const x = rowScale(ticks, width);
  // marks have a light rim, so that they stand out even from a dark bar
  const rimmed = (d: string, look: { strokeWidth: string; strokeDasharray?: string }) => (
    <>
      <path d={d} stroke="var(--paper)" strokeWidth="5" {...even} />
      <path d={d} stroke="var(--ink)" {...look} {...even} />
    </>
  );
  const upright = (value: number | string) => `M${x(value)} 0V${height}`;
  const { latest, fan, reading } = bar;
  const open = latest?.open === true;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.title}</title>
      <RowGround ticks={ticks} x={x} height={height} hidden={latest?.hidden === true} />
      {latest?.value != null && (
        <rect
          x={Math.min(x(0), x(latest.value))}
          y={middle - 9}
          width={Math.abs(x(latest.value) - x(0))}
          height="18"
          stroke={color}
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          fill={color}
          fillOpacity={open ? 0.15 : 1}
          strokeDasharray={open ? '4 3' : undefined}
        />
      )}
      {fan && (
        <>
          {rimmed(
            `M${x(fan.low)} ${middle - 5}v10M${x(fan.low)} ${middle}H${x(fan.high)}M${x(fan.high)} ${middle - 5}v10`,
            { strokeWidth: '1.25' },
          )}
          <Dot y={middle} x={x(fan.central)} size={8} color="var(--ink)" />
          <Dot y={middle} x={x(fan.central)} size={5} color="var(--paper)" />
        </>
      )}
      {benchmarks.map(({ id, value }) => (
        <Fragment key={id}>
          {rimmed(upright(value), { strokeWidth: '1.5', strokeDasharray: '10 3 2 3' })}
        </Fragment>
      ))}
      {reading.path &&
        !reading.target &&
        rimmed(upright(reading.path.value), { strokeWidth: '1.5', strokeDasharray: '4 3' })}
      {bar.target && rimmed(upright(bar.target.value), { strokeWidth: '3' })}
      {bar.baseline && (
        <>
          <Dot y={middle} x={x(bar.baseline.value)} size={13} color={color} />
          <Dot y={middle} x={x(bar.baseline.value)} size={9} color="var(--paper)" />
        </>
      )}
    </svg>
  );
}
