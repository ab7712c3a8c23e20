import { edge } from '../plot-layout.ts';
import type { PlotProps } from '../plot.types.ts';
import { YearChart } from '../year-chart.tsx';
import { LaneRow } from './lane-row.tsx';
import { lanesModel } from './lanes.model.ts';
import { dimmed } from '../marker.tsx';

/** A yes or no over the years, a lane per country. */
export function LanesPlot(props: PlotProps) {
  const { from, to, width, height, asOf, names } = props;
  const narrow = width < 560;
  const lanes = lanesModel(props.curves, from, Math.min(asOf, to));
  const foot = 30;
  const area = { left: narrow ? 62 : 150, right: width - 16, top: 26, bottom: height - foot };
  const unit = (area.right - area.left) / (to - from + 2 * edge);
  const x = (year: number) => area.left + (year - from + edge) * unit;
  const inside = (year: number) => Math.min(area.right, Math.max(area.left, x(year)));
  const pitch = (area.bottom - area.top) / Math.max(1, lanes.length);
  return (
    <YearChart
      {...props}
      layout={{ area, x, y: () => area.bottom }}
      rows={Array.from({ length: to - from + 1 }, (_, i) => ({ year: from + i }))}
      releaseAt={asOf + 0.5}
      foot={foot}
    >
      <defs>
        <pattern
          id="lane-hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="7" height="7" fill="var(--ground)" />
          <path d="M0 0H7" stroke="var(--line-strong)" strokeWidth="1.5" />
        </pattern>
      </defs>
      <g fontSize="13">
        {lanes.map((lane, i) => (
          <LaneRow
            key={lane.area}
            lane={lane}
            name={narrow ? lane.area : (names[lane.area] ?? lane.area)}
            middle={area.top + (i + 0.5) * pitch}
            pitch={pitch}
            asOf={asOf}
            x={inside}
            opacity={dimmed(lane.area, props.focus)}
          />
        ))}
      </g>
    </YearChart>
  );
}
