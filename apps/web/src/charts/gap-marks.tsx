import { gapLabels, type Gap } from './gaps.ts';

/** On the axis of years: a hatch over those nobody reported, and below them the words. */
export function GapMarks(props: {
  gaps: readonly Gap[];
  /** Height of the axis, px. */
  axis: number;
  x: (year: number) => number;
  width: number;
}) {
  const { gaps, axis, x, width } = props;
  return (
    <g fontSize="12" fill="var(--ink-soft)">
      {gaps.map(({ from, to }) => {
        const [start, end] = [x(from - 0.5), x(to + 0.5)];
        return (
          <g key={from}>
            <rect x={start} y={axis - 4} width={end - start} height="8" fill="var(--none-tint)" />
            <path d={hatch(start, end, axis)} stroke="var(--none-ink)" fill="none" />
          </g>
        );
      })}
      {gapLabels(gaps, x, width).map(({ year, text, x: middle }) => (
        <text key={year} x={middle} y={axis + 42} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Slanted lines, drawn one by one: a pattern would need a name of its own on the page. */
function hatch(start: number, end: number, axis: number): string {
  const [slant, step] = [4, 5];
  let path = '';
  for (let at = start; at + slant <= end; at += step) path += `M${at} ${axis + 4}l${slant} -8`;
  return path;
}
