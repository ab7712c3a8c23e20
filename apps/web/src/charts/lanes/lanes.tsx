import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlotProps } from '../plot.types.ts';
import { yearTicks } from '../scale.ts';
import { YearCursor } from '../year-cursor.tsx';
import { dimmed } from '../area-look.ts';
import { LaneRow } from './lane-row.tsx';
import { lanesModel } from './lanes.model.ts';

const soft = 'var(--ink-soft)';

/** A yes or no over the years, a lane per country. */
export function LanesPlot(props: PlotProps) {
  const { t } = useTranslation();
  const id = useId();
  const { from, to, width, height, asOf, names } = props;
  const narrow = width < 560;
  const lanes = lanesModel(props.traces, from, Math.min(asOf, to));
  const area = { left: narrow ? 62 : 150, right: width - 16, top: 26, bottom: height - 30 };
  const unit = (area.right - area.left) / (to - from + 0.6);
  const x = (year: number) => area.left + (year - from + 0.3) * unit;
  const inside = (year: number) => Math.min(area.right, Math.max(area.left, x(year)));
  const pitch = (area.bottom - area.top) / Math.max(1, lanes.length);
  return (
    <>
      <svg width={width} height={height} role="img" aria-labelledby={`${id}t ${id}d`} fontSize="13">
        <title id={`${id}t`}>{props.title}</title>
        <desc id={`${id}d`}>{props.description}</desc>
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
        <path d={`M${area.left} ${area.bottom}H${area.right}`} stroke="var(--line-strong)" />
        {yearTicks(from, to, Math.floor((area.right - area.left) / 52)).map((year) => (
          <g key={year} transform={`translate(${x(year)} ${area.bottom})`} fill={soft}>
            <path d="M0 0V5" stroke="var(--line-strong)" />
            <text y="20" textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {asOf < to && (
          <g fill={soft} fontSize="12">
            <path
              d={`M${inside(asOf + 0.5)} ${area.top}V${area.bottom}`}
              stroke={soft}
              strokeDasharray="1 3"
            />
            <text x={inside(asOf + 0.5)} y={area.top - 8} textAnchor="middle">
              {t('chart.asOf', { year: asOf })}
            </text>
          </g>
        )}
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
      </svg>
      <YearCursor {...props} area={area} x={x} />
    </>
  );
}
