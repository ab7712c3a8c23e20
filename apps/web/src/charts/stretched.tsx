/** Parts of a row that the server draws on the axis all rows share. The drawing is stretched to its place; strokes, and dots made of strokes, are not. */
export const even = { vectorEffect: 'non-scaling-stroke', fill: 'none' } as const;

/** Where values lie in a row of this width. */
export function rowScale(ticks: readonly number[], width: number) {
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return (value: number | string): number =>
    Math.round(((Number(value) - low) / (high - low)) * width * 10) / 10;
}

export function Dot(props: { x: number; y: number; size: number; color: string }) {
  return (
    <path
      d={`M${props.x} ${props.y}h0.01`}
      stroke={props.color}
      strokeWidth={props.size}
      strokeLinecap="round"
      {...even}
    />
  );
}

/** The lines of the axis, and a hatch from zero for a value that is hidden. */
export function RowGround(props: {
  ticks: readonly number[];
  x: (value: number) => number;
  height: number;
  hidden: boolean;
}) {
  const { ticks, x, height } = props;
  return (
    <>
      {ticks.map((tick) => (
        <path
          key={tick}
          d={`M${x(tick)} 0V${height}`}
          stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
          {...even}
        />
      ))}
      {props.hidden && (
        <path
          d={`M${x(0)} ${height / 2}h16`}
          stroke="var(--none-ink)"
          strokeWidth="18"
          strokeDasharray="2 1.5"
          {...even}
        />
      )}
    </>
  );
}
