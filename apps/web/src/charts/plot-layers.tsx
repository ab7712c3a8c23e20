import { useXAxisScale, useYAxisScale } from 'recharts';
import { areaLook, dimmed } from './area-look.ts';
import { textWidth, type Label } from './labels.ts';
import type { PlotModel, Spot } from './line/line.model.ts';
import { Marker } from './marker.tsx';

const ink = 'var(--ink)';

/** Positions of the plot, once Recharts knows its scales. */
function usePlace(): ((spot: Spot) => { x: number; y: number }) | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return ({ year, value }) => ({ x: x(year) ?? 0, y: y(value) ?? 0 });
}

/** A level line at each tick. Recharts' grid measures the ticks' words again to learn which it may draw. */
export function Grid({
  ticks,
  left,
  right,
}: {
  ticks: readonly number[];
  left: number;
  right: number;
}) {
  const y = useYAxisScale();
  if (!y) return null;
  return (
    <g stroke="var(--line)">
      {ticks.map((value) => (
        <line key={value} x1={left} x2={right} y1={y(value)} y2={y(value)} />
      ))}
    </g>
  );
}

/** `dense`: many years or countries on little room. */
export function Marks({
  model,
  dense,
  focus,
}: {
  model: PlotModel;
  dense: boolean;
  focus: string | null;
}) {
  const place = usePlace();
  if (!place) return null;
  return (
    <g>
      {model.tracks.map(({ area, runs, target, baseline, fan }, i) => {
        const { color } = areaLook(area);
        const end = fan.at(-1);
        const aside = (i - (model.tracks.length - 1) / 2) * (dense ? 0 : 9); // whiskers side by side, not on one another
        const at = (value: number) => {
          const { x, y } = place({ year: end?.year ?? 0, value });
          return { x: x + aside, y };
        };
        return (
          <g key={area} opacity={dimmed(area, focus)}>
            {end && !(dense && model.tracks.length > 2) && (
              <Whisker from={at(end.low)} to={at(end.high)} color={color} />
            )}
            {end && (
              <circle
                cx={at(end.value).x}
                cy={at(end.value).y}
                r="3"
                fill="var(--paper)"
                stroke={color}
                strokeWidth="1.5"
              />
            )}
            {target && <Goal {...place(target)} color={color} />}
            {baseline && <Baseline {...place(baseline)} color={color} />}
            {runs.flat().map((mark) => (
              <Marker key={mark.year} area={area} {...place(mark)} open={mark.open} small={dense} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function Whisker({
  from,
  to,
  color,
}: {
  from: { x: number; y: number };
  to: { x: number; y: number };
  color: string;
}) {
  return (
    <path
      d={`M${from.x - 3} ${from.y}h6M${from.x} ${from.y}V${to.y}M${to.x - 3} ${to.y}h6`}
      stroke={color}
      strokeWidth="1.25"
      fill="none"
    />
  );
}

function Goal({ x, y, color }: { x: number; y: number; color: string }) {
  return (
    <path d={`M${x - 6} ${y}h12M${x} ${y - 6}v12`} stroke={color} strokeWidth="2" fill="none" />
  );
}

function Baseline({ x, y, color }: { x: number; y: number; color: string }) {
  return <circle cx={x} cy={y} r="8" fill="none" stroke={color} strokeWidth="1.5" />;
}

/** Names at the ends of lines: dark ink with a white edge. A hairline leads to one that had to leave its line. */
export function EndLabels({ labels, focus }: { labels: readonly Label[]; focus: string | null }) {
  return (
    <g
      fontSize="14"
      fill={ink}
      stroke="var(--paper)"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
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

/** The edge of a name that a hairline reaches. */
const besideOf = (end: number, y: number): number =>
  Math.abs(end - y) < 8 ? y : y + (end > y ? 8 : -8);

const nearest = (low: number, high: number, to: number): number =>
  Math.min(high, Math.max(low - 3, to));

/** Hidden values have no place on the scale: a "c" on the axis itself says in which year there is one. */
export function HiddenMarks({ model, word }: { model: PlotModel; word: string }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const floor = model.ticks[0];
  if (!x || !y || floor === undefined) return null;
  return (
    <g fontSize="12" fill={ink}>
      {model.tracks.flatMap(({ area, hidden }) =>
        hidden.map((year) => (
          <g
            key={`${area}${year}`}
            transform={`translate(${(x(year) ?? 0) + beside(model, area, year) * 18} ${y(floor) ?? 0})`}
          >
            <rect
              x="-8"
              y="-8"
              width="16"
              height="16"
              fill="var(--none-tint)"
              stroke={areaLook(area).color}
              strokeDasharray="2 1.5"
            />
            <text textAnchor="middle" dominantBaseline="central">
              {word}
            </text>
          </g>
        )),
      )}
    </g>
  );
}

/** Places left or right of the year where several countries hide a value of the same year. */
function beside({ tracks }: PlotModel, area: string, year: number): number {
  const same = tracks.filter(({ hidden }) => hidden.includes(year));
  return same.findIndex((track) => track.area === area) - (same.length - 1) / 2;
}
