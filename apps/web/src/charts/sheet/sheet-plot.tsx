import { useTranslation } from 'react-i18next';
import { lineModel, lineNames, type Track } from '../line/line.model.ts';
import { textWidth } from '../labels.ts';
import { Marker, areaStyle } from '../marker.tsx';
import { linePath } from '../multiples/multiples.model.ts';
import type { PlotProps } from '../plot.types.ts';
import { plotLayout } from '../plot-layout.ts';
import { yearTicks } from '../scale.ts';
import { tickText, useChartText } from '../use-chart-text.ts';

/** In pixels of 1/96 inch: 182 × 45.5 mm, which is the width between the margins of an A4 page. */
const [width, height] = [688, 172];
const soft = 'var(--ink-soft)';

/** A chart for paper, drawn on the server as SVG of a fixed size. Observations are solid, plans dashed; no line crosses a gap. */
export function SheetPlot(
  props: Pick<
    PlotProps,
    'curves' | 'indicator' | 'names' | 'from' | 'to' | 'asOf' | 'title' | 'description'
  >,
) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, indicator, from, to, asOf } = props;
  const model = lineModel(curves, indicator, []);
  const { ticks } = model;
  const tick = tickText(text, ticks);
  const ends = lineNames(props, model, text, t('chart.openMark'));
  const { area, x, y, labels } = plotLayout({
    model,
    from,
    to,
    width,
    height,
    left: 14 + Math.max(...ticks.map((value) => textWidth(tick(value)))),
    head: 16,
    foot: 30,
    names: ends,
    gap: 15,
  });
  // a name that could not be placed at its line has the mark of the line beside it
  const hasLeft = (id: string, at: number) =>
    ends.some((one) => one.id === id && Math.abs(y(one.end.value) - at) > 5);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" fontSize="13">
      <title>{props.title}</title>
      <desc>{props.description}</desc>
      {ticks.map((value) => (
        <g key={value}>
          <path d={`M${area.left} ${y(value)}H${area.right}`} stroke="var(--line)" />
          <text x={area.left - 8} y={y(value)} dy="0.35em" textAnchor="end" fill={soft}>
            {tick(value)}
          </text>
        </g>
      ))}
      {yearTicks(from, to, Math.floor((area.right - area.left) / 52)).map((year) => (
        <text key={year} x={x(year)} y={height - 8} textAnchor="middle" fill={soft}>
          {year}
        </text>
      ))}
      {asOf < to && (
        <path d={`M${x(asOf)} ${area.top}V${area.bottom}`} stroke={soft} strokeDasharray="1 3" />
      )}
      {model.tracks.map((track) => (
        <Line
          key={track.area}
          track={track}
          x={x}
          y={y}
          bottom={area.bottom}
          word={t('figure.c')}
        />
      ))}
      {labels.map((label) => {
        const marked = hasLeft(label.id, label.y);
        return (
          <g key={label.id}>
            <text
              x={label.x + (marked ? 8 : 0)}
              y={label.y}
              dy="0.35em"
              fill="var(--ink)"
              stroke="var(--paper)"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {label.text}
            </text>
            {marked && <Marker area={label.id} x={label.x + 2} y={label.y} small />}
          </g>
        );
      })}
    </svg>
  );
}

function Line(props: {
  track: Track;
  x: (year: number) => number;
  y: (value: number) => number;
  bottom: number;
  word: string;
}) {
  const { track, x, y } = props;
  const { color } = areaStyle(track.area);
  return (
    <g fill="none">
      {track.path.length > 1 && (
        <path
          d={linePath(track.path, x, y)}
          stroke={color}
          strokeWidth="1.25"
          strokeDasharray="6 4"
        />
      )}
      {track.target && (
        <path
          d={`M${x(track.target.year) - 4} ${y(track.target.value) - 4}h8v8h-8Z`}
          stroke={color}
          strokeWidth="1.5"
        />
      )}
      {track.runs.map((run) => (
        <g key={run[0]?.year}>
          <path d={linePath(run, x, y)} stroke={color} strokeWidth="2.25" strokeLinejoin="round" />
          {run.map(({ year, value, open }) => (
            <Marker key={year} area={track.area} x={x(year)} y={y(value)} open={open} small />
          ))}
        </g>
      ))}
      {track.hidden.map((year) => (
        <text
          key={year}
          x={x(year)}
          y={props.bottom - 4}
          textAnchor="middle"
          fill="var(--none-ink)"
          fontWeight="600"
        >
          {props.word}
        </text>
      ))}
    </g>
  );
}
