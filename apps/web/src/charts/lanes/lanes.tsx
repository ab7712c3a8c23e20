import { edge } from '../plot-layout.ts';
import type { PlotProps } from '../plot.types.ts';
import { YearChart } from '../year-chart.tsx';
import { lanesModel, type Lane, type LaneSpan } from './lanes.model.ts';
import { dimmed, Marker, areaStyle } from '../marker.tsx';
import { useTranslation } from 'react-i18next';
import { textWidth } from '../labels.ts';

/** The answers to a yes/no question over the years, a lane for each country. */
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

const ink = 'var(--ink)';
const soft = 'var(--ink-soft)';

interface Props {
  lane: Lane;
  name: string;
  /** The y position of the lane's middle, px. */
  middle: number;
  /** The distance from lane to lane, px. */
  pitch: number;
  asOf: number;
  x: (year: number) => number;
  opacity: number;
}

/** One lane: filled is yes, an outline is no, a hatch is unknown; the word is written inside if there is room. */
function LaneRow({ lane, name, middle, pitch, asOf, x, opacity }: Props) {
  const { t } = useTranslation();
  const { color } = areaStyle(lane.area);
  const bar = Math.min(34, pitch - 10);
  const word = {
    YES: t('figure.yes'),
    NO: t('figure.no'),
    GAP: t('figure.notReported'),
    HIDDEN: t('figure.c'),
  };
  const words = ({ from, state }: LaneSpan) =>
    state === 'YES' && lane.turned === from
      ? [t('chart.yesSince', { year: from }), word.YES]
      : [word[state]];
  return (
    <g opacity={opacity}>
      <Marker area={lane.area} x={8} y={middle} />
      <text x="20" y={middle} dominantBaseline="central" fontWeight="600" fill={ink}>
        {name}
      </text>
      {lane.spans.map((span) => {
        const [start, end] = [x(span.from - 0.5) + 1, x(span.to + 0.5) - 1];
        const label = words(span).find((text) => end - start > textWidth(text) + 4);
        return (
          <g key={span.from}>
            <rect
              x={start}
              y={middle - bar / 2}
              width={Math.max(0, end - start)}
              height={bar}
              rx="3"
              {...spanStyle(span, color)}
            />
            <text
              x={(start + end) / 2}
              y={middle}
              textAnchor="middle"
              dominantBaseline="central"
              {...(span.state === 'YES' ? { fill: ink, fontWeight: 650 } : { fill: soft })}
            >
              {label}
            </text>
          </g>
        );
      })}
      {lane.breaks.map((year) => (
        <path
          key={year}
          d={`M${x(year - 0.5)} ${middle - pitch / 2}v${pitch}`}
          stroke={soft}
          strokeDasharray="5 4"
        />
      ))}
      {lane.target !== null && lane.target > asOf && (
        <Goal from={x(asOf + 0.5)} to={x(lane.target)} middle={middle} color={color} />
      )}
    </g>
  );
}

function spanStyle({ state, open }: LaneSpan, color: string) {
  switch (state) {
    case 'YES':
      return {
        fill: color,
        fillOpacity: 0.22,
        stroke: color,
        strokeWidth: 2,
        ...(open ? { strokeDasharray: '4 3' } : {}),
      };
    case 'NO':
      return { fill: 'var(--paper)', stroke: 'var(--line-strong)', strokeWidth: 1.25 };
    case 'GAP':
      return { fill: 'url(#lane-hatch)' };
    case 'HIDDEN':
      return { fill: 'url(#lane-hatch)', stroke: 'var(--none-ink)', strokeDasharray: '2 1.5' };
  }
}

function Goal(props: { from: number; to: number; middle: number; color: string }) {
  const { t } = useTranslation();
  const { from, to, middle, color } = props;
  const word = t('chart.targetWord');
  return (
    <g stroke={color} fill="none">
      {to - from > textWidth(word) + 20 && (
        <text
          x={(to + from) / 2}
          y={middle - 9}
          textAnchor="middle"
          fill={soft}
          stroke="none"
          fontSize="12"
        >
          {word}
        </text>
      )}
      <path d={`M${from + 4} ${middle}H${to - 8}`} strokeDasharray="6 4" strokeWidth="1.25" />
      <path d={`M${to - 6} ${middle}h12M${to} ${middle - 6}v12`} strokeWidth="2" />
    </g>
  );
}
