import { spark, type SparkPoint } from './sparkline.model.ts';
import styles from './sparkline.module.css';

const round = (n: number) => Math.round(n * 10) / 10;

/** A small line for the eye; the numbers stand beside it as text. Gaps are gaps, a lone year is a dot. */
export function Sparkline(props: {
  points: readonly SparkPoint[];
  color: string;
  range?: readonly [number, number];
}) {
  const [width, height] = [112, 30];
  const { runs, last } = spark(props.points, width, height, 4, props.range);
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {runs.map((run) =>
        run.length > 1 ? (
          <polyline
            key={run[0]?.x}
            points={run.map((p) => `${round(p.x)},${round(p.y)}`).join(' ')}
            fill="none"
            stroke={props.color}
            strokeWidth="1.75"
            strokeLinejoin="round"
          />
        ) : (
          run.map((p) => (
            <circle key={p.x} cx={round(p.x)} cy={round(p.y)} r="1.75" fill={props.color} />
          ))
        ),
      )}
      {last && <circle cx={round(last.x)} cy={round(last.y)} r="3" fill={props.color} />}
    </svg>
  );
}
