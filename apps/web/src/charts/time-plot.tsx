import { useTranslation } from 'react-i18next';
import { ComposedChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { LineText, Tick } from './axis-text.tsx';
import { FocusButtons } from './focus-buttons.tsx';
import { GapMarks } from './gap-marks.tsx';
import { gapsOf } from './gaps.ts';
import { textWidth } from './labels.ts';
import type { PlotModel, Spot } from './line/line.model.ts';
import { PlanLines } from './plan-lines.tsx';
import { EndLabels, Grid, HiddenMarks, Marks } from './plot-layers.tsx';
import { edge, plotLayout } from './plot-layout.ts';
import { targetKey } from './reading-text.ts';
import { plotRows } from './plot-rows.ts';
import type { PlotProps } from './plot.types.ts';
import { yearTicks } from './scale.ts';
import { trackLines } from './track-lines.tsx';
import { tickText, useChartText, type ChartText } from './use-chart-text.ts';
import { wrapped } from './wrapped.ts';
import { YearCursor } from './year-cursor.tsx';

const ink = 'var(--ink)';
const soft = 'var(--ink-soft)';
/** The name of the target, among those of the lines. */
const goalId = 'goal';
/** Recharts draws lines at 400. */
const overLines = 1000;

/** Values over years: lines for numbers, steps for a yes or no on its way. Recharts draws axes and lines; what is planned lies under them, marks and names over them. */
export function TimePlot(props: PlotProps & { model: PlotModel }) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { model, from, to, width, height, asOf, steps = false } = props;
  const narrow = width < 560;
  const tick = tickText(text, model.ticks);
  const left = 16 + Math.max(...model.ticks.map((value) => textWidth(tick(value))));
  const heading = wrapped(
    [
      props.indicator.unitText.text,
      ...(model.fromZero ? [] : [t('chart.axisFrom', { value: tick(model.ticks[0] ?? 0) })]),
    ].join(' · '),
    width,
    textWidth,
  );
  const head = 30 + 16 * heading.length;
  const gaps = gapsOf(props.traces, text.absent);
  const foot = gaps.length === 0 ? 30 : 50;
  const breaks = [...new Set(model.tracks.flatMap((track) => track.breaks))];
  const goal = sharedGoal(model);
  const reference = props.traces.every((one) => one.target === null || one.reference);
  const names = lineNames(props, text, narrow, t('chart.openMark'));
  const { area, x, low, high, labels } = plotLayout({
    model,
    from,
    to,
    width,
    height,
    left,
    head,
    foot,
    names,
    inside:
      goal === null
        ? []
        : [
            {
              id: goalId,
              end: goal,
              text: t(targetKey(reference), { value: text.computed(String(goal.value)) }),
            },
          ],
    uprights: [...(asOf < to ? [asOf] : []), ...breaks.map((year) => year - 0.5)],
  });
  return (
    <>
      <ComposedChart
        width={width}
        height={height}
        data={plotRows(model, from, to)}
        margin={{ top: area.top, right: width - area.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        title={props.title}
        desc={props.description}
      >
        <Grid ticks={model.ticks} {...area} />
        <PlanLines model={model} from={from} to={to} focus={props.focus} />
        <XAxis
          dataKey="year"
          type="number"
          domain={[from - edge, to + edge]}
          ticks={yearTicks(from, to, Math.floor((area.right - area.left) / 52))}
          interval={0}
          allowDataOverflow
          height={foot}
          stroke="var(--line-strong)"
          tick={<Tick axis="x" say={String} />}
        />
        <YAxis
          type="number"
          domain={[low, high]}
          ticks={model.ticks}
          interval={0}
          allowDataOverflow
          width={left}
          axisLine={false}
          tickLine={false}
          tick={<Tick axis="y" say={tick} />}
        />
        {asOf < to && (
          <ReferenceLine
            x={asOf}
            stroke={soft}
            strokeDasharray="1 3"
            label={<LineText text={t('chart.asOf', { year: asOf })} color={soft} at="top" />}
          />
        )}
        {breaks.map((year) => (
          <ReferenceLine
            key={year}
            x={year - 0.5}
            stroke={soft}
            strokeDasharray="5 4"
            label={<LineText text={t('chart.break', { year })} color={soft} at="top" />}
          />
        ))}
        {model.benchmarks.map(({ id, label, value }, i) => (
          <ReferenceLine
            key={id}
            y={value}
            stroke={ink}
            strokeWidth={1.5}
            strokeDasharray="10 3 2 3"
            label={
              <LineText
                text={narrow ? t('chart.benchmark') : label}
                color={ink}
                at={i % 2 === 0 ? 'above' : 'below'}
              />
            }
          />
        ))}
        {trackLines(model, steps, props.focus)}
        {heading.map((line, i) => (
          <text key={line} x="0" y={14 + 16 * i} fontSize="13" fill={soft}>
            {line}
          </text>
        ))}
        <ZIndexLayer zIndex={overLines}>
          <GapMarks gaps={gaps} axis={area.bottom} x={x} width={width} />
          <Marks model={model} dense={x(1) - x(0) < 14} focus={props.focus} />
          <HiddenMarks model={model} word={t('figure.c')} />
          <EndLabels labels={labels} focus={props.focus} />
        </ZIndexLayer>
      </ComposedChart>
      <YearCursor {...props} area={area} x={x} />
      <FocusButtons {...props} labels={labels.filter(({ id }) => id !== goalId)} />
    </>
  );
}

/** The target, where all have the same in the same year. */
function sharedGoal({ tracks }: PlotModel): Spot | null {
  const [first, ...others] = tracks.flatMap(({ target }) => target ?? []);
  const same = others.every(({ year, value }) => year === first?.year && value === first.value);
  return first && same ? first : null;
}

/** What is written at the end of each line: name and latest value, the code where there is little room. */
function lineNames(
  { model, traces, names }: PlotProps & { model: PlotModel },
  text: ChartText,
  narrow: boolean,
  open: string,
) {
  return model.tracks.flatMap(({ area, end }) => {
    if (end === null) return [];
    const trace = traces.find((one) => one.area === area);
    const value = trace?.observed.find(({ year }) => year === end.year)?.value;
    const words = [
      narrow ? area : (names[area] ?? area),
      ...(value == null ? [] : [text.value(value)]),
      // where there is little room the hollow mark says it alone
      ...(end.open && !narrow ? [open] : []),
    ];
    return [{ id: area, text: words.join(' ').trim(), end }];
  });
}
