import type { Status } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { Ask } from '../chart-table.tsx';
import { AreaMark, areaStyle } from '../marker.tsx';
import type { PlotProps } from '../plot.types.ts';
import { DatedValue, Dot, even } from '../stretched.tsx';
import { useChartText } from '../use-chart-text.ts';
import styles from './multiples.module.css';
import { multiplesModel, type Scale, linePath, type Panel } from './multiples.model.ts';
import type { LaneSpan } from '../lanes/lanes.model.ts';

export interface ScoredStatus {
  status: Status;
  scored: boolean;
}

/** A small drawing for each country, side by side, with its latest value and target in words. Drawn on the server: it needs no script. */
export function Multiples(
  props: Pick<PlotProps, 'curves' | 'indicator' | 'names' | 'from' | 'to' | 'asOf' | 'steps'> & {
    statuses: (area: string) => ScoredStatus;
    own: boolean;
    /** A scale shared with other charts on the page. */
    scale?: Scale | undefined;
    /** How to write a year, if years are counted from a start of their own. */
    yearText?: ((year: number) => string) | undefined;
    ask: Ask;
  },
) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, indicator, names, from, to, asOf, own } = props;
  const { scale, steps = false, yearText = String } = props;
  const panels = multiplesModel(curves, indicator, { from, to, asOf, own, scale });
  return (
    <ul className={styles.panels}>
      {curves.map((curve, i) => {
        const panel = panels[i];
        const { area, target } = curve;
        const latest = curve.observed.findLast(({ value, hidden }) => value !== null || hidden);
        const { status, scored } = props.statuses(area);
        const sentence = text.valueOrReason(latest ?? curve.observed.at(-1) ?? null);
        return (
          <li key={area} className={styles.panel}>
            <div className={styles.head}>
              <span className="strong">
                <AreaMark area={area} /> <span data-drawn="">{names[area]}</span>
              </span>
              {scored && <StatusBadge status={status} known={latest !== undefined} />}
            </div>
            <p className={styles.value}>
              {latest === undefined ? (
                <span className={styles.soft} data-drawn="">
                  {sentence}
                </span>
              ) : (
                props.ask(
                  area,
                  latest.year,
                  <DatedValue point={latest} text={text} year={latest.year + (curve.since ?? 0)} />,
                )
              )}
            </p>
            {panel && (
              <PanelPlot
                panel={panel}
                from={from}
                to={to}
                asOf={asOf - (curve.since ?? 0)}
                steps={steps}
                title={`${names[area] ?? area}: ${sentence}`}
              />
            )}
            <p className={styles.axis}>
              <span data-drawn="">{yearText(from)}</span>
              {latest && (own || scale !== undefined) && indicator.kind === 'NUMERIC' && panel && (
                <span data-drawn="">
                  {text.rounded(String(panel.low), 0)} – {text.computed(String(panel.high))}
                </span>
              )}
              <span data-drawn="">{yearText(to)}</span>
            </p>
            {target !== null && (
              <p className={styles.soft}>
                <span data-drawn="">
                  {t(curve.reference ? 'multiples.reference' : 'multiples.target', {
                    value: text.planned(target.value),
                    year: target.year + (curve.since ?? 0),
                  })}
                </span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const [width, height] = [200, 84];
const soft = 'var(--line-strong)';

/** The drawing of one country: its observations, the level of the target and the year of the release. No line crosses a gap. */
function PanelPlot(props: {
  panel: Panel;
  from: number;
  to: number;
  asOf: number;
  steps: boolean;
  title: string;
}) {
  const { panel, from, to, asOf, steps } = props;
  const round = (n: number) => Math.round(n * 10) / 10;
  const x = (year: number) =>
    round(to === from ? width / 2 : 6 + ((year - from) / (to - from)) * (width - 12));
  const y = (value: number) =>
    round(height - 6 - ((value - panel.low) / (panel.high - panel.low)) * (height - 12));
  const { color } = areaStyle(panel.area);
  const target = panel.target;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.title}</title>
      <path d={`M0 ${y(panel.low)}H${width}`} stroke={soft} {...even} />
      <path d={`M0 ${y(panel.high)}H${width}`} stroke="var(--line)" {...even} />
      {asOf > from && asOf < to && (
        <path d={`M${x(asOf)} 0V${height}`} stroke={soft} strokeDasharray="1 3" {...even} />
      )}
      {panel.spans.length > 0
        ? panel.spans.map((span) => (
            <Span key={span.from} span={span} x={x} color={color} step={x(from + 1) - x(from)} />
          ))
        : panel.runs.map((run) => (
            <g key={run[0]?.year}>
              <path
                d={linePath(run, x, y, steps)}
                stroke={color}
                strokeWidth="2"
                strokeLinejoin="round"
                {...even}
              />
              {(run.length === 1 ? run : run.slice(-1)).map((mark) => (
                <g key={mark.year}>
                  <Dot x={x(mark.year)} y={y(mark.value)} size={8} color={color} />
                  {mark.open && (
                    <Dot x={x(mark.year)} y={y(mark.value)} size={4} color="var(--paper)" />
                  )}
                </g>
              ))}
            </g>
          ))}
      {panel.hidden.map((year) => (
        <path
          key={year}
          d={`M${x(year)} ${y(panel.low)}v-16`}
          stroke="var(--none-ink)"
          strokeWidth="5"
          strokeDasharray="2 1.5"
          {...even}
        />
      ))}
      {target && panel.spans.length === 0 && (
        <path
          d={`M${x(from)} ${y(target.value)}H${x(target.year)}`}
          stroke={soft}
          strokeDasharray="6 4"
          {...even}
        />
      )}
      {target && (
        <path
          d={`M${x(target.year)} ${y(target.value)}h0.01`}
          stroke={soft}
          strokeWidth="7"
          strokeLinecap="square"
          {...even}
        />
      )}
    </svg>
  );
}

function Span(props: { span: LaneSpan; x: (year: number) => number; color: string; step: number }) {
  const { span, x, color, step } = props;
  const left = x(span.from) - step * 0.45;
  const box = {
    x: Math.max(0, left),
    y: height / 2 - 16,
    width: x(span.to) + step * 0.45 - Math.max(0, left),
    height: 32,
    ...even,
  };
  if (span.state === 'GAP') return null;
  if (span.state === 'YES')
    return <rect {...box} fill={color} fillOpacity="0.25" stroke={color} strokeWidth="2" />;
  if (span.state === 'NO')
    return <rect {...box} fill="var(--paper)" stroke={soft} strokeWidth="1.25" />;
  return <rect {...box} fill="var(--none-tint)" stroke="var(--none-ink)" strokeDasharray="2 1.5" />;
}
