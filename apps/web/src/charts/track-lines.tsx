import { Fragment } from 'react';
import { Area, Line } from 'recharts';
import { areaLook, dimmed } from './area-look.ts';
import type { PlotModel } from './line/line.model.ts';

const quiet = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  legendType: 'none',
  tooltipType: 'none',
} as const;

/** Recharts' own elements, one per line: solid is observed, dashed is planned, dotted is projected. */
export function trackLines(model: PlotModel, steps: boolean, focus: string | null) {
  // more than two bands on one another are mud: the whiskers at their ends say the same
  const bands = model.tracks.length <= 2;
  return model.tracks.map(({ area, runs, fan, path }) => {
    const { color } = areaLook(area);
    const opacity = dimmed(area, focus);
    return (
      <Fragment key={area}>
        {fan.length > 1 && bands && (
          <Area
            {...quiet}
            dataKey={`${area}.band`}
            stroke="none"
            fill={color}
            fillOpacity={0.12 * opacity}
          />
        )}
        {fan.length > 1 && (
          <Line
            {...quiet}
            dataKey={`${area}.fan`}
            stroke={color}
            strokeOpacity={opacity}
            strokeWidth={2}
            strokeDasharray="0.1 5"
            strokeLinecap="round"
          />
        )}
        {path.length > 1 && (
          <Line
            {...quiet}
            dataKey={`${area}.path`}
            stroke={color}
            strokeOpacity={opacity}
            strokeWidth={1.25}
            strokeDasharray="6 4"
          />
        )}
        {runs.map(
          (run, i) =>
            run.length > 1 && (
              <Line
                {...quiet}
                key={run[0]?.year}
                type={steps ? 'stepAfter' : 'linear'}
                dataKey={`${area}.${i}`}
                stroke={color}
                strokeOpacity={opacity}
                strokeWidth={2.25}
                strokeLinejoin="round"
              />
            ),
        )}
      </Fragment>
    );
  });
}
