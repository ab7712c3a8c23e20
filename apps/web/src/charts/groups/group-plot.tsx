import { Dot, even, rowScale, RowGround } from '../stretched.tsx';
import type { GroupRow } from './groups.model.ts';

const [width, height] = [400, 28];
const middle = height / 2;

/** One part on the axis that all share: a bar from zero with a hollow dot for the earlier year, or two dots joined by a line. */
export function GroupPlot(props: {
  row: GroupRow;
  ticks: readonly number[];
  dumbbell: boolean;
  color: string;
  title: string;
}) {
  const { row, ticks, color } = props;
  const x = rowScale(ticks, width);
  const [before, latest] = [row.before?.value, row.latest?.value];
  const open = row.latest?.open === true;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.title}</title>
      <RowGround ticks={ticks} x={x} height={height} hidden={row.latest?.hidden === true} />
      {props.dumbbell
        ? before != null &&
          latest != null && (
            <path
              d={`M${x(before)} ${middle}H${x(latest)}`}
              stroke={color}
              strokeWidth="3"
              strokeOpacity="0.45"
              {...even}
            />
          )
        : latest != null && (
            <rect
              x={Math.min(x(0), x(latest))}
              y={middle - 9}
              width={Math.abs(x(latest) - x(0))}
              height="18"
              fill={color}
              fillOpacity={open ? 0.15 : 0.85}
              stroke={open ? color : 'none'}
              strokeDasharray="4 3"
              vectorEffect="non-scaling-stroke"
            />
          )}
      {before != null && <RimmedDot x={x(before)} color={color} hollow />}
      {props.dumbbell && latest != null && <RimmedDot x={x(latest)} color={color} hollow={open} />}
    </svg>
  );
}

/** With a rim, so that it stands out from a line or a bar. */
function RimmedDot({ x, color, hollow }: { x: number; color: string; hollow: boolean }) {
  return (
    <g>
      <Dot x={x} y={middle} size={14} color="var(--paper)" />
      <Dot x={x} y={middle} size={11.5} color={color} />
      {hollow && <Dot x={x} y={middle} size={7} color="var(--paper)" />}
    </g>
  );
}
