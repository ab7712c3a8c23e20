import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import type { ChartIndicator } from '../chart.types.ts';
import { AreaMark, areaStyle } from '../marker.tsx';
import type { Observed } from '../curve.ts';
import { TickAxis, Dot, even, rowScale, RowGround } from '../stretched.tsx';
import { tickText, useChartText } from '../use-chart-text.ts';
import { panelTitle, rowText } from './group-words.ts';
import { groupTicks, moveOf, type GroupPanel, type GroupRow } from './groups.model.ts';
import styles from './groups.module.css';

export type AskPart = (
  area: string,
  part: GroupRow['part'],
  year: number,
  number: ReactNode,
) => ReactNode;

interface Props {
  panels: readonly GroupPanel[];
  indicator: ChartIndicator;
  /** Which direction is better; null: neither. */
  better: 'up' | 'down' | null;
  names: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
  /** The level of the headings: one below the heading above them. */
  level: 2 | 3;
  /** Makes a number a link to its receipt. */
  ask: AskPart;
}

/** The values of parts: regions as two dots for two years, other groups as bars. Everything is written out too, and drawn on the server. */
export function Groups(props: Props) {
  const { t } = useTranslation(['public', 'charts']);
  const text = useChartText(props.indicator);
  const { panels, names, words } = props;
  const Heading = props.level === 2 ? 'h2' : 'h3';
  const ticks = groupTicks(panels);
  const areas = new Set(panels.map(({ area }) => area));
  return (
    <div className={styles.panels}>
      {panels.map((panel) => (
        <section key={`${panel.area} ${panel.division} ${panel.list}`} className={styles.panel}>
          <Heading>
            {areas.size > 1 && (
              <>
                <AreaMark area={panel.area} /> <span data-drawn="">{names[panel.area]}</span>{' '}
              </>
            )}
            <span data-drawn="">{panelTitle(t, panel, words)}</span>
          </Heading>
          {panel.before !== null && (
            <p className="note">
              <span data-drawn="">
                {t(panel.division === 'region' ? 'charts:groups.dots' : 'charts:groups.bars', {
                  before: panel.before,
                  year: panel.year,
                })}
              </span>
            </p>
          )}
          <ul className={styles.rows}>
            {panel.rows.map((row) => (
              <Row key={row.id} panel={panel} row={row} ticks={ticks} {...props} />
            ))}
          </ul>
          <TickAxis ticks={ticks} say={tickText(text, ticks)} className={styles.axis} />
        </section>
      ))}
    </div>
  );
}

const arrows = { rose: '↑', fell: '↓', same: '=' } as const;

function Row(props: Props & { panel: GroupPanel; row: GroupRow; ticks: readonly number[] }) {
  const { t } = useTranslation(['public', 'charts']);
  const text = useChartText(props.indicator);
  const { panel, row, ticks, better, words } = props;
  const move = moveOf(row);
  const worse = (move === 'rose' && better === 'down') || (move === 'fell' && better === 'up');
  const name = rowText(t, row, words);
  const sentence = text.valueOrReason(row.latest);
  return (
    <li className={styles.row}>
      <span className={styles.name} data-drawn="end">
        {name}
      </span>
      <GroupPlot
        row={row}
        ticks={ticks}
        dumbbell={panel.division === 'region'}
        color={worse ? 'var(--bad-fill)' : areaStyle(panel.area).color}
        title={`${name}: ${sentence}`}
      />
      <span className={styles.value}>
        <Number {...props} point={row.latest} />
        {move !== null && (
          <span className={styles.move}>
            <span aria-hidden="true" data-drawn="">
              {arrows[move]}
            </span>
            <span className="visually-hidden">
              {t(`charts:move.${move}`, {
                before: panel.before,
                value: text.valueOrReason(row.before),
              })}
            </span>
          </span>
        )}
      </span>
    </li>
  );
}

function Number({
  point,
  panel,
  row,
  indicator,
  ask,
}: Pick<Props, 'indicator' | 'ask'> & {
  panel: GroupPanel;
  row: GroupRow;
  point: Observed | null;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const text = useChartText(indicator);
  if (point === null)
    return (
      <span className={styles.absent} data-drawn="">
        {t('charts:groups.notIn', { year: panel.year })}
      </span>
    );
  return ask(
    panel.area,
    row.part,
    panel.year,
    point.hidden ? (
      <Hidden />
    ) : point.value === null ? (
      text.valueOrReason(point)
    ) : (
      <data value={point.value} data-drawn="">
        {text.valueOrReason(point)}
      </data>
    ),
  );
}

const [width, height] = [400, 28];
const middle = height / 2;

/** One part on the axis that all parts share: a bar from zero with a hollow dot for the earlier year, or two dots joined by a line. */
function GroupPlot(props: {
  row: GroupRow;
  ticks: readonly number[];
  dumbbell: boolean;
  color: string;
  title: string;
}) {
  const { row, ticks, color } = props;
  const x = rowScale(ticks, width);
  const [before, latest] = [row.before?.value, row.latest?.value];
  const open = row.latest?.open === true;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.title}</title>
      <RowGround ticks={ticks} x={x} height={height} hidden={row.latest?.hidden === true} />
      {props.dumbbell
        ? before != null &&
          latest != null && (
            <path
              d={`M${x(before)} ${middle}H${x(latest)}`}
              stroke={color}
              strokeWidth="3"
              strokeOpacity="0.45"
              {...even}
            />
          )
        : latest != null && (
            <rect
              x={Math.min(x(0), x(latest))}
              y={middle - 9}
              width={Math.abs(x(latest) - x(0))}
              height="18"
              fill={color}
              fillOpacity={open ? 0.15 : 0.85}
              stroke={open ? color : 'none'}
              strokeDasharray="4 3"
              vectorEffect="non-scaling-stroke"
            />
          )}
      {before != null && <RimmedDot x={x(before)} color={color} hollow />}
      {props.dumbbell && latest != null && <RimmedDot x={x(latest)} color={color} hollow={open} />}
    </svg>
  );
}

/** A dot with a light rim, so that it stands out from a line or a bar. */
function RimmedDot({ x, color, hollow }: { x: number; color: string; hollow: boolean }) {
  return (
    <g>
      <Dot x={x} y={middle} size={14} color="var(--paper)" />
      <Dot x={x} y={middle} size={11.5} color={color} />
      {hollow && <Dot x={x} y={middle} size={7} color="var(--paper)" />}
    </g>
  );
}
