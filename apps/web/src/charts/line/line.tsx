import { useTranslation } from 'react-i18next';
import { Line, ReferenceLine, ZIndexLayer } from 'recharts';
import { beside } from '../axis.ts';
import { gapsOf } from '../gaps.ts';
import { type Label, textWidth } from '../labels.ts';
import { Marker, areaStyle, dimmed } from '../marker.tsx';
import { EndLabels, GapMarks, HiddenMarks, PlanLines, PlanMarks } from '../plot-layers.tsx';
import { plotLayout } from '../plot-layout.ts';
import type { PlotProps } from '../plot.types.ts';
import { targetKey } from '../reading-text.ts';
import { tickText, useChartText } from '../use-chart-text.ts';
import { wrapped } from '../wrapped.ts';
import { YearChart } from '../year-chart.tsx';
import { lineModel, lineNames, lineRows, type PlotModel, type PlotPoint } from './line.model.ts';
import styles from '../year-chart.module.css';

/** Buttons over the names at the ends of lines: a pointer or the focus makes the line stand out, a click keeps it so. */
function FocusButtons({
  labels,
  names,
  kept,
  onFocus,
}: Pick<PlotProps, 'names' | 'kept' | 'onFocus'> & { labels: readonly Label[] }) {
  const { t } = useTranslation();
  if (labels.length < 2) return null;
  return (
    <div className={styles.layer} role="group" aria-label={t('chart.standOut')}>
      {labels.map(({ id, text, x, y }) => (
        <button
          key={id}
          type="button"
          className={styles.name}
          style={{ left: x - 4, top: y - 12, width: textWidth(text) + 8 }}
          aria-label={names[id] ?? id}
          aria-pressed={kept === id}
          onPointerEnter={() => onFocus(id, true)}
          onPointerLeave={() => onFocus(null, true)}
          onFocus={() => onFocus(id, true)}
          onBlur={() => onFocus(null, true)}
          onClick={() => onFocus(kept === id ? null : id)}
        />
      ))}
    </div>
  );
}

const ink = 'var(--ink)';
const soft = 'var(--ink-soft)';
/** The id of the target's label, among those of the lines. */
const goalId = 'goal';
/** The z-index above lines and their marks, which Recharts draws at 400 and 600. */
const overLines = 1000;

/** Values over the years: lines for numbers, steps for answers to a yes/no question. Plans are drawn under them, names over them. */
export function LinePlot(props: PlotProps) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, indicator, from, to, width, height, asOf, steps = false, focus } = props;
  const model = lineModel(curves, indicator, props.benchmarks);
  const narrow = width < 560;
  const tick = tickText(text, model.ticks);
  const heading = wrapped(
    [
      indicator.unitText.text,
      ...(model.fromZero ? [] : [t('chart.axisFrom', { value: tick(model.ticks[0] ?? 0) })]),
    ].join(' · '),
    width,
    textWidth,
  );
  const gaps = gapsOf(curves, text.absent);
  const foot = gaps.length === 0 ? 30 : 50;
  const breaks = [...new Set(model.tracks.flatMap((track) => track.breaks))];
  const goal = sharedGoal(model);
  const reference = curves.every((one) => one.target === null || one.reference);
  const layout = plotLayout({
    model,
    from,
    to,
    width,
    height,
    left: 16 + Math.max(...model.ticks.map((value) => textWidth(tick(value)))),
    head: 30 + 16 * heading.length,
    foot,
    names: lineNames(props, model, text, t('chart.openMark'), narrow),
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
  const { x, labels } = layout;
  const dense = x(1) - x(0) < 14;
  return (
    <>
      <YearChart
        {...props}
        layout={layout}
        rows={lineRows(model, from, to)}
        ticks={model.ticks}
        tick={tick}
        releaseAt={asOf}
        foot={foot}
      >
        <PlanLines tracks={model.tracks} {...layout} focus={focus} />
        {breaks.map((year) => (
          <ReferenceLine
            key={year}
            x={year - 0.5}
            stroke={soft}
            strokeDasharray="5 4"
            label={{ ...beside, position: 'top', value: t('chart.break', { year }) }}
          />
        ))}
        {model.benchmarks.map(({ id, label, value }, i) => (
          <ReferenceLine
            key={id}
            y={value}
            stroke={ink}
            strokeWidth={1.5}
            strokeDasharray="10 3 2 3"
            label={{
              ...beside,
              fill: ink,
              position: i % 2 === 0 ? 'insideBottomLeft' : 'insideTopLeft',
              value: narrow ? t('chart.benchmark') : label,
            }}
          />
        ))}
        {model.tracks.flatMap(({ area, runs, stretches }) =>
          stretches.map((key) => (
            <Line
              key={key}
              dataKey={key}
              type={steps ? 'stepAfter' : 'linear'}
              stroke={areaStyle(area).color}
              strokeOpacity={dimmed(area, focus)}
              strokeWidth={2.25}
              strokeLinejoin="round"
              isAnimationActive={false}
              activeDot={false}
              dot={({ cx, cy, index }) => {
                const mark = runs.flat().find(({ year }) => year === from + index);
                return (
                  mark &&
                  cy != null && (
                    <g opacity={dimmed(area, focus)}>
                      <Marker area={area} x={Number(cx)} y={cy} open={mark.open} small={dense} />
                    </g>
                  )
                );
              }}
            />
          )),
        )}
        {heading.map((line, i) => (
          <text key={line} x="0" y={14 + 16 * i} fontSize="13" fill={soft}>
            {line}
          </text>
        ))}
        <ZIndexLayer zIndex={overLines}>
          <GapMarks gaps={gaps} {...layout} width={width} />
          <PlanMarks tracks={model.tracks} {...layout} dense={dense} focus={focus} />
          <HiddenMarks tracks={model.tracks} {...layout} word={t('figure.c')} />
          <EndLabels labels={labels} focus={focus} />
        </ZIndexLayer>
      </YearChart>
      <FocusButtons {...props} labels={labels.filter(({ id }) => id !== goalId)} />
    </>
  );
}

/** The target, if all areas have the same value in the same year; else null. */
function sharedGoal({ tracks }: PlotModel): PlotPoint | null {
  const [first, ...others] = tracks.flatMap(({ target }) => target ?? []);
  const same = others.every(({ year, value }) => year === first?.year && value === first.value);
  return first && same ? first : null;
}
