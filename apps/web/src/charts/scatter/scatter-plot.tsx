import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { axis, edged, gridAt, valueAxis } from '../axis.ts';
import type { ChartIndicator } from '../chart.types.ts';
import { placeLabels, textWidth } from '../labels.ts';
import { Marker } from '../marker.tsx';
import { onAxis } from '../scale.ts';
import { tickText, useChartText } from '../use-chart-text.ts';
import { wrapped } from '../wrapped.ts';
import type { Pair, ScatterModel } from './scatter.model.ts';

export interface ScatterProps {
  model: ScatterModel;
  x: { name: string; indicator: ChartIndicator };
  y: { name: string; indicator: ChartIndicator };
  names: Readonly<Record<string, string>>;
  title: string;
  description: string;
  width: number;
  height: number;
}

const soft = 'var(--ink-soft)';

/** Two measures against each other, with a mark for each year that has both; the newest of each country has its name, earlier ones are small. */
export function ScatterPlot(props: ScatterProps) {
  const { model, names, width, height } = props;
  const xText = tickText(useChartText(props.x.indicator), model.xTicks);
  const yText = tickText(useChartText(props.y.indicator), model.yTicks);
  const heading = wrapped(`↑ ${props.y.name}`, width, textWidth);
  const foot = wrapped(`${props.x.name} →`, width, textWidth);
  const area = {
    left: 16 + Math.max(...model.yTicks.map((tick) => textWidth(yText(tick)))),
    right: width - 24,
    top: 16 + 16 * heading.length,
    bottom: height - 28 - 16 * foot.length,
  };
  const x = onAxis(model.xTicks, area.left, area.right);
  const y = onAxis(model.yTicks, area.bottom, area.top);
  const spots = model.pairs.map((pair) => ({
    ...pair,
    left: x(Number(pair.x.value)),
    top: y(Number(pair.y.value)),
  }));
  const labels = placeLabels(
    spots
      .filter(({ newest }) => newest)
      .map(({ area: id, year, left, top }) => ({
        id,
        text: `${width < 560 ? id : (names[id] ?? id)} ${year}`,
        x: left + 10,
        y: top,
      })),
    spots.map(({ left, top }) => ({ x1: left, x2: left, y1: top, y2: top })),
    20,
    { left: area.left, right: width, top: area.top, bottom: area.bottom },
  );
  const areas = [...new Set(model.pairs.map((pair) => pair.area))];
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{
        top: area.top,
        right: width - area.right,
        bottom: height - area.bottom - 24,
        left: 0,
      }}
      accessibilityLayer={false}
      title={props.title}
      desc={props.description}
    >
      <CartesianGrid {...gridAt(model.xTicks.map(x), model.yTicks.map(y))} />
      <XAxis
        {...axis}
        dataKey="x"
        type="number"
        domain={[model.xTicks[0] ?? 0, model.xTicks.at(-1) ?? 1]}
        ticks={model.xTicks}
        tickFormatter={xText}
        height={24}
        stroke="var(--line-strong)"
      />
      <YAxis {...valueAxis(model.yTicks, yText, area.left)} dataKey="y" />
      {areas.map((code) => (
        <Scatter
          key={code}
          data={model.pairs.filter((pair) => pair.area === code).map(numbersOf)}
          isAnimationActive={false}
          legendType="none"
          shape={(point: Drawn) => (
            <g opacity={point.payload?.newest ? 1 : 0.45}>
              <Marker
                area={code}
                x={point.cx ?? 0}
                y={point.cy ?? 0}
                small={point.payload?.newest !== true}
              />
            </g>
          )}
        />
      ))}
      <ZIndexLayer zIndex={1000}>
        <g fontSize="13" fill={soft}>
          {heading.map((line, i) => (
            <text key={line} x="0" y={14 + 16 * i}>
              {line}
            </text>
          ))}
          {foot.map((line, i) => (
            <text key={line} x={area.right} y={area.bottom + 40 + 16 * i} textAnchor="end">
              {line}
            </text>
          ))}
        </g>
        <g fontSize="14" fontWeight="600" fill="var(--ink)" {...edged}>
          {labels.map(({ id, text, x: left, y: top }) => (
            <text key={id} x={left} y={top} dominantBaseline="central">
              {text}
            </text>
          ))}
        </g>
      </ZIndexLayer>
    </ScatterChart>
  );
}

/** What Recharts passes to the shape of a mark. */
interface Drawn {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: { newest?: boolean };
}

const numbersOf = ({ x, y, ...pair }: Pair) => ({
  ...pair,
  x: Number(x.value),
  y: Number(y.value),
});
