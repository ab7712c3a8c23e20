import { useXAxisScale, useYAxisScale } from 'recharts';
import { areaLook, dimmed } from './area-look.ts';
import type { PlotModel, Spot } from './line/line.model.ts';
import { linePath } from './multiples/multiples.model.ts';

/**
 * What is not observed, under the lines: dashed is planned, dotted is projected, in its band. Plain paths on Recharts' scales:
 * each line of its own costs a slow phone as much as all of these.
 */
export function PlanLines(props: {
  model: PlotModel;
  from: number;
  to: number;
  focus: string | null;
}) {
  const { model, from, to, focus } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) return null;
  const x = (year: number) => xScale(year) ?? 0;
  const y = (value: number) => yScale(value) ?? 0;
  const shown = ({ year }: Spot) => year >= from && year <= to;
  // more than two bands on one another are mud: the whiskers at their ends say the same
  const bands = model.tracks.length <= 2;
  return (
    <g fill="none">
      {model.tracks.map((track) => {
        const { color } = areaLook(track.area);
        const opacity = dimmed(track.area, focus);
        const fan = track.fan.filter(shown);
        const path = track.path.filter(shown);
        const edges = [
          ...fan.map(({ year, high }) => ({ year, value: high })),
          ...fan.map(({ year, low }) => ({ year, value: low })).reverse(),
        ];
        return (
          <g key={track.area} stroke={color} strokeOpacity={opacity}>
            {fan.length > 1 && bands && (
              <path
                d={`${linePath(edges, x, y, false)}Z`}
                stroke="none"
                fill={color}
                fillOpacity={0.12 * opacity}
              />
            )}
            {fan.length > 1 && (
              <path
                d={linePath(fan, x, y, false)}
                strokeWidth="2"
                strokeDasharray="0.1 5"
                strokeLinecap="round"
              />
            )}
            {path.length > 1 && (
              <path d={linePath(path, x, y, false)} strokeWidth="1.25" strokeDasharray="6 4" />
            )}
          </g>
        );
      })}
    </g>
  );
}
