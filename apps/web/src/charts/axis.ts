const soft = 'var(--ink-soft)';

// Recharts measures words in the page to break them or to choose which to draw, which takes long on a slow phone. Here it does neither.

/** The ticks of an axis: all that are given are drawn, each in one line, however wide it is. */
export const axis = { tick: { fontSize: 13, fill: soft, width: 0 }, interval: 0 } as const;

/** The style of words beside a reference line. */
export const beside = { fontSize: 12, fill: soft, offset: 5 } as const;

/** The lines of a grid at these positions, px. */
export const gridAt = (x: number[], y: number[]) => ({
  stroke: 'var(--line)',
  verticalCoordinatesGenerator: () => x,
  horizontalCoordinatesGenerator: () => y,
});

/** The axis of values: only their words, in a strip of this width on the left. */
export const valueAxis = (
  ticks: readonly number[],
  tickFormatter: (tick: number) => string,
  width: number,
) => ({
  ...axis,
  type: 'number' as const,
  domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
  ticks,
  tickFormatter,
  width,
  axisLine: false,
  tickLine: false,
});

/** An edge around letters, so that they can be read where they lie on a line. */
export const edged = {
  stroke: 'var(--paper)',
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const;
