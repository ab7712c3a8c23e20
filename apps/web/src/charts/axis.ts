const soft = 'var(--ink-soft)';

// Recharts measures words in the page, which holds a slow phone, where it breaks them or chooses which of them to draw: here it does neither.

/** The ticks of an axis: all that are given, each in one line however wide. */
export const axis = { tick: { fontSize: 13, fill: soft, width: 0 }, interval: 0 } as const;

/** Words beside a line of reference. */
export const beside = { fontSize: 12, fill: soft, offset: 5 } as const;

/** Lines of a grid, px. */
export const gridAt = (x: number[], y: number[]) => ({
  stroke: 'var(--line)',
  verticalCoordinatesGenerator: () => x,
  horizontalCoordinatesGenerator: () => y,
});

/** The axis of values: their words alone, in this room on the left. */
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

/** An edge around letters, so that they can be read on a line. */
export const edged = {
  stroke: 'var(--paper)',
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const;
