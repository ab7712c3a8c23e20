import { isAssessed, type Status } from '@qadam/domain';
import { statusStyle } from '../theme/status.ts';
import styles from './tone.module.css';

/** Class for a surface in the tint and ink of a status; hatched where nothing was judged. */
export function toneClass(status: Status): string {
  const tone = styles[statusStyle(status).tone] ?? '';
  return isAssessed(status) ? tone : `${tone} ${styles['hatched'] ?? ''}`;
}
