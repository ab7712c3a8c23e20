import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import type { ChartIndicator } from '../chart.types.ts';
import { AreaMark, areaStyle } from '../marker.tsx';
import type { Observed } from '../curve.ts';
import { TickAxis } from '../stretched.tsx';
import { tickText, useChartText } from '../use-chart-text.ts';
import { GroupPlot } from './group-plot.tsx';
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
  /** Which way is better; null: neither. */
  better: 'up' | 'down' | null;
  names: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
  /** Of the headings: one below what they stand under. */
  level: 2 | 3;
  /** Makes a number the way to its receipt. */
  ask: AskPart;
}

/** What the parts of a whole are: regions between two years, other groups as bars. All of it is written out, and drawn on the server. */
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
