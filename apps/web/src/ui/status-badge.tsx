import { useTranslation } from 'react-i18next';
import { isAssessed, type Status, type StatusGlyph } from '@qadam/domain';
import { statusStyle } from '../theme/status.ts';
import styles from './status-badge.module.css';
import { statusText } from './status-text.ts';
import tones from './tone.module.css';

/** A status by shape, word and colour together, never by one of them alone. */
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

interface Stroke {
  d: string;
  width: number;
  dash?: string;
}
interface Shape {
  fill?: string;
  strokes?: readonly Stroke[];
}

/** The shapes of statuses in a field of 16 × 16, for the page and for pictures. */
const glyphPaths: Record<StatusGlyph, Shape> = {
  check: { strokes: [{ d: 'M2.5 8.5 6.5 12.5 13.5 4', width: 2.6 }] },
  disc: { fill: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z' },
  'triangle-up': { fill: 'M8 2 14.5 13.5H1.5Z' },
  square: { fill: 'M2.5 2.5H13.5V13.5H2.5Z' },
  cross: { strokes: [{ d: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5', width: 2.6 }] },
  'triangle-down': { fill: 'M8 14 1.5 2.5H14.5Z' },
  hatch: {
    strokes: [
      { d: 'M2.5 2.5H13.5V13.5H2.5Z', width: 1.2 },
      { d: 'M2.5 8 8 2.5M2.5 13.5 13.5 2.5M8 13.5 13.5 8', width: 1.1 },
    ],
  },
  dash: { strokes: [{ d: 'M3 8h10', width: 2 }] },
  'letter-c': {
    strokes: [
      { d: 'M1.5 1.5H14.5V14.5H1.5Z', width: 1, dash: '2 1.5' },
      { d: 'M10.7 6.2a3.2 3.2 0 1 0 0 3.6', width: 1.7 },
    ],
  },
};

/** The shape of a status, in an ink that is clear on its tint and on white. Always shown beside the word. */
function Glyph({ status, className }: { status: Status; className?: string | undefined }) {
  const { tone, glyph } = statusStyle(status);
  const ink = `var(--${tone}-ink)`;
  const { fill, strokes = [] } = glyphPaths[glyph];
  return (
    <svg className={className} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {fill !== undefined && <path d={fill} fill={ink} />}
      {strokes.map(({ d, width, dash }) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke={ink}
          strokeWidth={width}
          strokeLinecap="round"
          strokeDasharray={dash}
        />
      ))}
    </svg>
  );
}
