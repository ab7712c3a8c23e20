import { cellStateOf, SIGNS, type Dimension } from './published-state.ts';
import type { PublishedCell } from './published-quality.types.ts';
import styles from './published.module.css';

const STEP = 10;
const HEIGHT = 14;
const WIDTH = 8;
/** One shape for each tone, so that the strip is read without its colours. */
const SHAPES = {
  good: `h${WIDTH}v${HEIGHT}h-${WIDTH}z`,
  late: `m0 ${HEIGHT}l${WIDTH / 2}-${HEIGHT - 3}l${WIDTH / 2} ${HEIGHT - 3}z`,
  bad: `m1 3l${WIDTH - 2} ${WIDTH}m0-${WIDTH}l-${WIDTH - 2} ${WIDTH}`,
  none: `m0 ${HEIGHT - 3}h${WIDTH}v3h-${WIDTH}z`,
} as const;

/** The years of a place side by side; the words stand beside it. A year that is not there is a gap. */
export function YearStrip(props: {
  cells: readonly PublishedCell[];
  years: readonly number[];
  dimension: Dimension;
}) {
  const { cells, years, dimension } = props;
  const first = years[0] ?? 0;
  const shown = cells.filter(({ year }) => years.includes(year));
  const toneOf = (cell: PublishedCell) => SIGNS[cellStateOf(cell, dimension)].tone;
  const tones = (['good', 'late', 'bad', 'none'] as const).flatMap((tone) => {
    const group = shown.filter((cell) => toneOf(cell) === tone);
    return group.length === 0 ? [] : [[tone, group] as const];
  });
  const width = years.length * STEP;
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${width}`} data-tone="line" />
      {tones.map(([tone, group]) => (
        <path
          key={tone}
          data-tone={tone}
          d={group.map(({ year }) => `M${(year - first) * STEP + 1} 0${SHAPES[tone]}`).join('')}
        />
      ))}
    </svg>
  );
}
