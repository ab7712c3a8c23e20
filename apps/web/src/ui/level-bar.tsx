import styles from './level.module.css';
import type { LevelFragment } from './level.generated.ts';
import { useLevelText } from './use-level-text.ts';

/** What is known fills the bar; the hatched tail is what the parts not known yet could still make of it. */
export function LevelBar({ level }: { level: LevelFragment }) {
  const { range } = useLevelText();
  const { low, high } = level;
  const levelText = range(level);
  return (
    <svg
      className={styles.bar}
      {...(levelText === null
        ? { 'aria-hidden': true, focusable: false }
        : { role: 'img', 'aria-label': levelText })}
    >
      {low > 0 && <rect width={`${low}%`} height="100%" />}
      {high > low && <line x1={`${low}%`} x2={`${high}%`} y1="50%" y2="50%" />}
    </svg>
  );
}
