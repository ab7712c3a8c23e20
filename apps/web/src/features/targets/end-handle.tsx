import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { figureText } from '../../ui/figure-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { moved, movedByKey } from './move-end.ts';
import { box, valueAt, type Frame } from './plan-chart.model.ts';
import type { Point } from './plan-draft.ts';
import type { TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';

/** The end of a plan: dragged with a pointer, or moved with the arrow keys. The scale stands still while it is dragged. */
export function EndHandle(props: {
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
