import styles from './level.module.css';
import type { LevelFragment } from './level.generated.ts';
import { levelShape } from './level-shape.ts';

/** ○ ◔ ◑ ◕ ● or a hatch, in the ink of the text around it. Always shown beside the word. */
export function LevelMark({ level }: { level: Pick<LevelFragment, 'word' | 'percent'> }) {
  const { fill, lines, broken } = levelShape(level);
  return (
    <svg className={styles.mark} viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="9" strokeDasharray={broken ? '3.4 2.2' : undefined} />
      {fill !== '' && <path className={styles.filled} d={fill} />}
      {lines !== '' && <path d={lines} />}
    </svg>
  );
}

/** Class for a surface in the ground and ink of a level; it is hatched where some parts are not known. */
export const levelClass = (word: LevelFragment['word']): string => styles[word] ?? '';
