// Texts at the axes and lines of a plot. Recharts' own measure every word in the page, which holds a slow phone for a third of a second.

interface TickProps {
  /** Which axis: below the plot or left of it. */
  axis: 'x' | 'y';
  say: (value: number) => string;
  /** Given by Recharts. */
  x?: number;
  y?: number;
  payload?: { value: number };
}

/** A number at an axis. */
export function Tick({ axis, say, x, y, payload }: TickProps) {
  const place =
    axis === 'x'
      ? ({ textAnchor: 'middle', dy: '0.71em' } as const)
      : ({ textAnchor: 'end', dominantBaseline: 'central' } as const);
  return (
    <text x={x} y={y} fontSize="13" fill="var(--ink-soft)" {...place}>
      {say(payload?.value ?? 0)}
    </text>
  );
}

interface LineTextProps {
  text: string;
  color: string;
  /** On top of an upright line, or above or below the beginning of a level one. */
  at: 'top' | 'above' | 'below';
  /** The line, given by Recharts. */
  viewBox?: { x?: number; y?: number; width?: number };
}

/** What a reference line is. */
export function LineText({ text, color, at, viewBox }: LineTextProps) {
  const { x = 0, y = 0, width = 0 } = viewBox ?? {};
  const place =
    at === 'top'
      ? ({ x: x + width / 2, y: y - 5, textAnchor: 'middle' } as const)
      : { x: x + 5, y: at === 'above' ? y - 5 : y + 15 };
  return (
    <text fontSize="12" fill={color} {...place}>
      {text}
    </text>
  );
}
