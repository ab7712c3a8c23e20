// Layers over and under the lines for which Recharts has no component: plans, names that avoid lines, hidden and missing years.
import { edged } from './axis.ts';
import { gapLabels, type Gap } from './gaps.ts';
import { textWidth, type Label } from './labels.ts';
import type { PlotPoint, Track } from './line/line.model.ts';
import { linePath } from './multiples/multiples.model.ts';
import type { Layout } from './plot-layout.ts';
import { areaStyle, dimmed } from './marker.tsx';

const ink = 'var(--ink)';

type Tracks = Pick<Layout, 'area' | 'x' | 'y'> & { tracks: readonly Track[]; focus: string | null };

/** What is not observed, drawn under the lines: the plan dashed, the projection dotted in its band. */
export function PlanLines({ tracks, area: plot, x, y, focus }: Tracks) {
  // more than two bands over one another cannot be read; the whiskers at their ends say the same
  const bands = tracks.length <= 2;
  return (
    <g fill="none">
      {tracks.map(({ area, path, ...track }) => {
        const { color } = areaStyle(area);
        const fan = track.fan.filter(({ year }) => x(year) >= plot.left);
        const opacity = dimmed(area, focus);
        const edges = [
          ...fan.map(({ year, high }) => ({ year, value: high })),
          ...fan.map(({ year, low }) => ({ year, value: low })).reverse(),
        ];
        return (
          <g key={area} stroke={color} strokeOpacity={opacity}>
            {fan.length > 1 && bands && (
              <path
                d={`${linePath(edges, x, y)}Z`}
                stroke="none"
                fill={color}
                fillOpacity={0.12 * opacity}
              />
            )}
            {fan.length > 1 && (
              <path
                d={linePath(fan, x, y)}
                strokeWidth="2"
                strokeDasharray="0.1 5"
                strokeLinecap="round"
              />
            )}
            {path.length > 1 && (
              <path d={linePath(path, x, y)} strokeWidth="1.25" strokeDasharray="6 4" />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The marks of plans: a ring at the baseline, a cross at the target, whiskers at the projection. `dense`: there is little room. */
export function PlanMarks({ tracks, x, y, focus, dense }: Tracks & { dense: boolean }) {
  return (
    <g fill="none">
      {tracks.map(({ area, target, baseline, fan }, i) => {
        const { color } = areaStyle(area);
        const end = fan.at(-1);
        // puts the whiskers of several areas side by side
        const at = x(end?.year ?? 0) + (i - (tracks.length - 1) / 2) * (dense ? 0 : 9);
        const place = ({ year, value }: PlotPoint) => `${x(year)} ${y(value)}`;
        return (
          <g key={area} opacity={dimmed(area, focus)} stroke={color} strokeWidth="1.5">
            {end && !(dense && tracks.length > 2) && (
              <path
                d={`M${at - 3} ${y(end.low)}h6m-3 0V${y(end.high)}m-3 0h6`}
                strokeWidth="1.25"
              />
            )}
            {end && <circle cx={at} cy={y(end.value)} r="3" fill="var(--paper)" />}
            {target && <path d={`M${place(target)}m-6 0h12m-6 -6v12`} strokeWidth="2" />}
            {baseline && <circle cx={x(baseline.year)} cy={y(baseline.value)} r="8" />}
          </g>
        );
      })}
    </g>
  );
}

/** Names at the ends of lines, dark with a light edge. A thin line leads to a name that could not be placed at its line. */
export function EndLabels({ labels, focus }: { labels: readonly Label[]; focus: string | null }) {
  return (
    <g fontSize="14" fill={ink} {...edged}>
      {labels.map(
        ({ id, text, x, y, end }) =>
          end && (
            <path
              key={`${id} end`}
              d={`M${end.x} ${end.y}L${nearest(x, x + textWidth(text), end.x)} ${besideOf(end.y, y)}`}
              stroke="var(--ink-soft)"
              strokeWidth="1"
              fill="none"
            />
          ),
      )}
      {labels.map(({ id, text, x, y }) => (
        <text
          key={id}
          x={x}
          y={y}
          dominantBaseline="central"
          fontWeight={focus === null || focus === id ? 600 : 400}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** The edge of a name at which the thin line to it ends. */
const besideOf = (end: number, y: number): number =>
  Math.abs(end - y) < 8 ? y : y + (end > y ? 8 : -8);

const nearest = (low: number, high: number, to: number): number =>
  Math.min(high, Math.max(low - 3, to));

/** Hidden values have no place on the scale, so a "c" on the axis marks their year. */
export function HiddenMarks(
  props: Pick<Layout, 'x' | 'area'> & { tracks: readonly Track[]; word: string },
) {
  const { tracks, x, area: plot } = props;
  return (
    <g fontSize="12" fill={ink}>
      {tracks.flatMap(({ area, hidden }) =>
        hidden.map((year) => (
          <g
            key={`${area}${year}`}
            transform={`translate(${x(year) + aside(tracks, area, year) * 18} ${plot.bottom})`}
          >
            <rect
              x="-8"
              y="-8"
              width="16"
              height="16"
              fill="var(--none-tint)"
              stroke={areaStyle(area).color}
              strokeDasharray="2 1.5"
            />
            <text textAnchor="middle" dominantBaseline="central">
              {props.word}
            </text>
          </g>
        )),
      )}
    </g>
  );
}

/** How far the mark is moved left or right if several countries have a hidden value in the same year. */
function aside(tracks: readonly Track[], area: string, year: number): number {
  const same = tracks.filter(({ hidden }) => hidden.includes(year));
  return same.findIndex((track) => track.area === area) - (same.length - 1) / 2;
}

/** On the axis of years, a hatch over the years without reports, and words below them. */
export function GapMarks(
  props: Pick<Layout, 'x' | 'area'> & { gaps: readonly Gap[]; width: number },
) {
  const { gaps, x, width } = props;
  const axis = props.area.bottom;
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

/** Slanted lines, drawn one by one because a pattern would need an id that is unique on the page. */
function hatch(start: number, end: number, axis: number): string {
  const [slant, step] = [4, 5];
  let path = '';
  for (let at = start; at + slant <= end; at += step) path += `M${at} ${axis + 4}l${slant} -8`;
  return path;
}
