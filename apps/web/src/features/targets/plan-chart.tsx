import { Stack } from '@mantine/core';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { figureText } from '../../ui/figure-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { moved, movedByKey } from './move-end.ts';
import { box, planChart, valueAt, withMargin, type Frame } from './plan-chart.model.ts';
import type { Point, ReadPlan } from './plan-draft.ts';
import { plausibility } from './plausibility.ts';
import type { TargetPlanFragment, TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';

const line = (dots: readonly { x: number; y: number }[]) =>
  dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

interface Drawing {
  row: TargetRowFragment;
  plan: ReadPlan;
  path: TargetPlanFragment['path'];
  /** The name of the country, if there are several charts. */
  name?: string;
  /** Undefined where the end of the plan cannot be moved. */
  onMove?: ((value: string) => void) | undefined;
}

/** A plan as a drawing, and how its target compares with the country's best past pace. */
export function PlanChart(props: Drawing) {
  const { row, plan } = props;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  // a stage or a yes/no answer has no pace
  const found = row.kind === 'NUMERIC' && plan.target && plausibility(row.history, plan.target);
  return (
    <Stack>
      <Chart {...props} />
      {found && (
        <p role="status" className={styles.plausible}>
          {found.code === 'TIMES'
            ? t('plan.plausible.TIMES', { times: number(found.times, 1), year: found.bestYear })
            : t(`plan.plausible.${found.code}`)}
        </p>
      )}
    </Stack>
  );
}

/** The path of the draft over the observed values, redrawn while it is typed. The fields beside it hold the numbers. */
function Chart({ row, plan, path, name, onMove }: Drawing) {
  const [held, setHeld] = useState<Frame>();
  const { t } = useTranslation('desk');
  const { t: tPublic } = useTranslation();
  const format = useFormat();
  // a mark that can be dragged is larger, so its label is farther away
  const clear = onMove ? 6 : 0;
  const chart = planChart(row.history, plan, path, held);
  if (!chart) return <p className="soft">{t('plan.noChart')}</p>;
  const floor = box.height - 20;
  return (
    <figure className={styles.chart}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        role={onMove ? 'group' : 'img'}
        aria-label={name === undefined ? t('plan.chart') : `${name}: ${t('plan.chart')}`}
      >
        <line x1="0" x2={box.width} y1={floor} y2={floor} className={styles.axis} />
        {chart.years.map(({ x, year }) => (
          <text key={year} x={x} y={box.height - 4} textAnchor={anchor(x)} className={styles.tick}>
            {year}
          </text>
        ))}
        <polyline points={line(chart.path)} className={styles.planned} />
        {chart.points.map(({ x, y, label }) => (
          <circle key={label} cx={x} cy={y} r="4" className={styles.point} />
        ))}
        {chart.runs.map((run) => (
          <g key={run[0]?.label}>
            <polyline points={line(run)} className={styles.observed} />
            {run.map(({ x, y, label }) => (
              <circle key={label} cx={x} cy={y} r="3.5" className={styles.dot} />
            ))}
          </g>
        ))}
        {chart.marks.map(({ x, y, label, value, year, below }) => (
          <text
            key={label}
            x={x}
            y={below ? y + 20 + clear : y - 10 - clear}
            textAnchor={anchor(x)}
            className={styles.value}
          >
            {figureText(tPublic, format, row, value)}
            <tspan className={styles.tick}> {year}</tspan>
          </text>
        ))}
        {onMove && chart.end && plan.target && (
          <EndHandle
            row={row}
            target={plan.target}
            name={name ?? ''}
            end={chart.end}
            frame={held}
            hold={(on) => setHeld(on ? withMargin(chart.frame) : undefined)}
            onMove={onMove}
          />
        )}
      </svg>
      <figcaption>
        <span className={styles.keyObserved}>{t('plan.observed')}</span>
        <span className={styles.keyPlanned}>{t('plan.planned')}</span>
      </figcaption>
    </figure>
  );
}

function anchor(x: number): 'start' | 'middle' | 'end' {
  if (x < box.width * 0.15) return 'start';
  return x > box.width * 0.85 ? 'end' : 'middle';
}

/** The end of a plan: dragged with a pointer, or moved with the arrow keys. The scale does not change during a drag. */
function EndHandle(props: {
  row: TargetRowFragment;
  target: Point;
  name: string;
  end: { x: number; y: number };
  frame: Frame | undefined;
  hold: (on: boolean) => void;
  onMove: (value: string) => void;
}) {
  const { row, target, name, end, frame, hold, onMove } = props;
  const { t } = useTranslation('desk');
  const { t: tPublic } = useTranslation();
  const format = useFormat();
  const drag = (event: PointerEvent<SVGCircleElement>) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!frame || !drawing) return;
    const y = ((event.clientY - drawing.top) / drawing.height) * box.height;
    onMove(moved(valueAt(y, frame), row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const value = movedByKey(event.key, target.value, row);
    if (value === null) return;
    event.preventDefault();
    onMove(value);
  };
  return (
    <circle
      cx={end.x}
      cy={end.y}
      r="11"
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('targetGrid.end', { name, year: target.year })}
      aria-valuenow={Number(target.value)}
      aria-valuetext={figureText(tPublic, format, row, target.value)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        hold(true);
      }}
      onPointerMove={drag}
      onPointerUp={() => hold(false)}
      onPointerCancel={() => hold(false)}
    />
  );
}
