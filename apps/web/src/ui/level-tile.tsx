import type { ReactNode } from 'react';
import type { FactFragment, LevelFragment } from './level.generated.ts';
import { LevelMark, levelClass } from './level-mark.tsx';
import styles from './level.module.css';
import { Movement } from './movement.tsx';
import { useFactText } from './use-fact-text.ts';
import { useLevelText } from './use-level-text.ts';

/** The filled part of the bar is what is known; the hatched tail is how far the parts not known yet could still take it. */
function LevelBar({ level }: { level: LevelFragment }) {
  const { range } = useLevelText();
  const { low, high } = level;
  const levelText = range(level);
  return (
    <svg
      className={styles.bar}
      {...(levelText === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': levelText })}
    >
      {low > 0 && <rect width={`${low}%`} height="100%" />}
      {high > low && <line x1={`${low}%`} x2={`${high}%`} y1="50%" y2="50%" />}
    </svg>
  );
}

/**
 * How far an action or a law is in one place: mark, percent and word, the fact behind it, a bar with its range, which
 * way it moved and how much of it is known. If the level is not known, only the fact, or that there is none. It fills
 * the link or cell around it.
 */
export function LevelTile(props: {
  level: LevelFragment;
  fact: FactFragment | null;
  /** What the tile is about, if that is not clear from where it is. */
  label?: ReactNode;
  /** Shown in place of the fact, where one fact would not say enough. */
  caption?: string | null;
}) {
  const { level, fact, label } = props;
  const text = useLevelText();
  const factText = useFactText();
  const caption = props.caption ?? (fact === null ? null : factText(fact));
  const head = label !== undefined && <span className={styles.label}>{label}</span>;
  if (level.word === 'NOT_KNOWN')
    return (
      <span className={`${styles.tile ?? ''} ${levelClass(level.word)}`}>
        {head}
        {caption !== null && <span className={styles.word}>{text.word(level.word)}</span>}
        <span>{caption ?? factText(null)}</span>
      </span>
    );
  return (
    <span className={`${styles.tile ?? ''} ${levelClass(level.word)}`}>
      {head}
      <span className={styles.top}>
        <LevelMark level={level} />
        <strong className={styles.percent}>{text.percent(level)}</strong>
        <span className={styles.word}>{text.word(level.word)}</span>
      </span>
      {caption !== null && <span>{caption}</span>}
      <LevelBar level={level} />
      <span className={styles.foot}>
        <Movement level={level} />
        <span className={styles.known}>{text.known(level)}</span>
      </span>
    </span>
  );
}
