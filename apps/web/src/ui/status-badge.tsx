import { useTranslation } from 'react-i18next';
import type { Status } from '@qadam/domain';
import { Glyph } from './glyph.tsx';
import styles from './status-badge.module.css';
import { statusText } from './status-text.ts';
import { toneClass } from './tone.ts';

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
