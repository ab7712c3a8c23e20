import { Line } from 'recharts';
import { areaLook, dimmed } from './area-look.ts';
import type { PlotModel } from './line/line.model.ts';

/** Recharts' own lines, one per run of what was observed. */
export function trackLines(model: PlotModel, steps: boolean, focus: string | null) {
  return model.tracks.flatMap(({ area, runs }) =>
    runs.map(
      (run, i) =>
        run.length > 1 && (
          <Line
            key={`${area}${i}`}
            type={steps ? 'stepAfter' : 'linear'}
            dataKey={`${area}.${i}`}
            stroke={areaLook(area).color}
            strokeOpacity={dimmed(area, focus)}
            strokeWidth={2.25}
            strokeLinejoin="round"
            isAnimationActive={false}
            dot={false}
            activeDot={false}
            legendType="none"
            tooltipType="none"
          />
        ),
    ),
  );
}
