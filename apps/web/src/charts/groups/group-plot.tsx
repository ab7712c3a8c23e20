import type { GroupRow } from './groups.model.ts';

const [width, height] = [400, 28];
const middle = height / 2;
/** The drawing is stretched to its place; strokes, and dots made of strokes, are not. */
const even = { vectorEffect: 'non-scaling-stroke', fill: 'none' } as const;

/** One part on the axis that all share: a bar from zero with a hollow dot for the earlier year, or two dots joined by a line. */
export function GroupPlot(props: {
  row: GroupRow;
  ticks: readonly number[];
  dumbbell: boolean;
  color: string;
  title: string;
}) {
  const { row, ticks, color } = props;
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const x = (value: string | number) =>
    Math.round(((Number(value) - low) / (high - low)) * width * 10) / 10;
  const [before, latest] = [row.before?.value, row.latest?.value];
  const open = row.latest?.open === true;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.title}</title>
      {ticks.map((tick) => (
        <path
          key={tick}
          d={`M${x(tick)} 0V${height}`}
          stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
          {...even}
        />
      ))}
      {row.latest?.hidden === true && (
        <path
          d={`M${x(0)} ${middle}h16`}
          stroke="var(--none-ink)"
          strokeWidth="18"
          strokeDasharray="2 1.5"
          {...even}
        />
      )}
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
      {before != null && <Dot x={x(before)} color={color} hollow />}
      {props.dumbbell && latest != null && <Dot x={x(latest)} color={color} hollow={open} />}
    </svg>
  );
}

/** With a rim, so that it stands out from a line or a bar. */
function Dot({ x, color, hollow }: { x: number; color: string; hollow: boolean }) {
  const dot = (stroke: string, size: number) => (
    <path
      d={`M${x} ${middle}h0.01`}
      stroke={stroke}
      strokeWidth={size}
      strokeLinecap="round"
      {...even}
    />
  );
  return (
    <g>
      {dot('var(--paper)', 14)}
      {dot(color, 11.5)}
      {hollow && dot('var(--paper)', 7)}
    </g>
  );
}
