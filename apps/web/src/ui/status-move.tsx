import { useTranslation } from 'react-i18next';
import type { Status } from '@qadam/domain';
import { statusLook } from '../theme/status.ts';
import type { ActionCellFragment } from './action-cell.generated.ts';
import styles from './status-badge.module.css';

const arrows: Record<string, string> = { STATUS_UP: '↑', STATUS_DOWN: '↓' };

/** What became of a status since the release before, with the ink of the new status: never green or red by itself. */
export function StatusMove(props: { move: ActionCellFragment['move']; status: Status }) {
  const { t } = useTranslation();
  const { move, status } = props;
  const arrow = move && arrows[move.class];
  if (!arrow) return null;
  const before = move.from === null ? '' : t(`status.${move.from}`);
  const text = t('move.since', { status: before });
  return (
    <span className={styles[`${statusLook(status).tone}Ink`]} title={text}>
      <span aria-hidden="true"> {arrow}</span>
      <span className="visually-hidden"> ({text})</span>
    </span>
  );
}
