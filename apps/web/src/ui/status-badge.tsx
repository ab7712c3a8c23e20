import { useTranslation } from 'react-i18next';
import { isAssessed, type Status } from '@qadam/domain';
import { statusStyle } from '../theme/status.ts';
import { Glyph } from './glyph.tsx';
import styles from './status-badge.module.css';
import { statusText } from './status-text.ts';
import tones from './tone.module.css';

/** Shape, word and colour together, never one alone. */
export function StatusBadge({ status, known = false }: { status: Status; known?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.badge ?? ''} ${toneClass(status)}`}>
      <Glyph status={status} className={styles.glyph} />
      {statusText(t, status, known)}
    </span>
  );
}

/** The tint and ink of a status; hatched where nothing was judged. */
function toneClass(status: Status): string {
  const tone = tones[statusStyle(status).tone] ?? '';
  return isAssessed(status) ? tone : `${tone} ${tones['hatched'] ?? ''}`;
}
