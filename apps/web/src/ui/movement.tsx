import { SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { LevelFragment } from './level.generated.ts';
import styles from './movement.module.css';
import { signedPoints } from './signed-points.ts';
import { useFormat } from './use-format.ts';
import { useLevelText } from './use-level-text.ts';

const arrows = { FORWARD: '↑', BACK: '▼', MIXED: '↑' } as const;

/** Which way something moved since the meeting. Only a step back is red; if nothing is known, nothing is shown. */
export function Movement({ level }: { level: Pick<LevelFragment, 'movement' | 'points'> }) {
  const { t } = useTranslation('levels');
  const format = useFormat();
  const { movement: texts } = useLevelText();
  const { movement, points } = level;
  if (movement === 'UNKNOWN') return null;
  if (movement === 'NONE') return <span>{texts(level)}</span>;
  const by = signedPoints(format, points);
  return (
    <span className={styles[movement]}>
      <span aria-hidden="true">
        {arrows[movement]}
        {movement === 'MIXED' && <span className={styles.down}>▼</span>} {by !== null && `${by} `}
        {t('since', { year: SINCE_YEAR })}
      </span>
      <span className="visually-hidden">{texts(level)}</span>
    </span>
  );
}
