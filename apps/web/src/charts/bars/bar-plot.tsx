import { Fragment } from 'react';
import type { PlotModel } from '../line/line.model.ts';
import { Dot, even, rowScale, RowGround } from '../stretched.tsx';
import type { Bar } from './bars.model.ts';
import { areaStyle } from '../marker.tsx';

const [width, height] = [400, 36];
const middle = height / 2;

/** One bar on the axis that all share; what is planned, expected and asked for elsewhere lies over it as marks. */
export function BarPlot(props: {
  bar: Bar;
  ticks: readonly number[];
  benchmarks: PlotModel['benchmarks'];
  title: string;
}) {
  const { bar, ticks, benchmarks } = props;
  const { color } = areaStyle(bar.area);
  const x = rowScale(ticks, width);
  // with a rim, so that a mark stands out from a dark bar too
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
