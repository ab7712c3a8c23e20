import { Hidden } from '../ui/hidden.tsx';
import type { Observed } from './curve.ts';
import { onAxis } from './scale.ts';
import type { ChartText } from './use-chart-text.ts';

/** For strokes in rows that the server draws: the drawing is stretched to its place, but strokes, and dots made of strokes, are not. */
export const even = { vectorEffect: 'non-scaling-stroke', fill: 'none' } as const;

/** Gives the position of a value in a row of this width. */
export const rowScale =
  (ticks: readonly number[], width: number) =>
  (value: number | string): number =>
    Math.round(onAxis(ticks, 0, width)(Number(value)) * 10) / 10;

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

/** The lines of the axis behind a row, and a hatch from zero if its value is hidden. */
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

/** The words of the axis below the rows. */
export function TickAxis(props: {
  ticks: readonly number[];
  say: (tick: number) => string;
  className: string | undefined;
}) {
  const { ticks, say } = props;
  const x = onAxis(ticks, 0, 100);
  return (
    <div className={props.className} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} data-drawn="center" style={{ left: `${x(tick)}%` }}>
          {say(tick)}
        </span>
      ))}
    </div>
  );
}

/** A value beside its drawing, with its year. */
export function DatedValue(props: { point: Observed; text: ChartText; year: number }) {
  const { point, text, year } = props;
  if (point.hidden) return <Hidden />;
  const words = text.valueOrReason(point);
  return (
    <span data-drawn="">
      {point.value === null ? words : <data value={point.value}>{words}</data>} ({year})
    </span>
  );
}
