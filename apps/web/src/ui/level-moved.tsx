import { useTranslation } from 'react-i18next';
import { Arrow } from './arrow.tsx';
import type { LevelFragment } from './level.generated.ts';
import { LevelMark } from './level-mark.tsx';
import styles from './level-moved.module.css';
import type { LocalTextFragment } from './local-text.generated.ts';
import { LocalText } from './local-text.tsx';
import { useFormat } from './use-format.ts';
import { useLevelText } from './use-level-text.ts';

type Word = LevelFragment['word'];

interface Move {
  fromWord: Word | null;
  toWord: Word | null;
  fromPercent: number | null;
  toPercent: number | null;
  points: string | null;
  /** The parts that are newly known, or no longer known. */
  partNames: readonly LocalTextFragment[];
}

/** How far an action was and is now, and by how many points it moved; if only more or less is known about it, the parts concerned. */
export function LevelMoved({ move }: { move: Move }) {
  const { t } = useTranslation('levels');
  const format = useFormat();
  const { fromWord, toWord, fromPercent, toPercent, points, partNames } = move;
  return (
    <span className={styles.moved}>
      {fromWord !== null && <LevelEnd word={fromWord} percent={fromPercent} />}
      {fromWord !== null && toWord !== null && <Arrow />}
      {toWord !== null && <LevelEnd word={toWord} percent={toPercent} />}
      {points !== null && (
        <span className="soft">{t('points', { points: format.signed(points) })}</span>
      )}
      {partNames.length > 0 && (
        <ul className={styles.parts}>
          {partNames.map((name) => (
            <li key={name.text}>
              <LocalText of={name} />
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

function LevelEnd({ word, percent }: { word: Word; percent: number | null }) {
  const levelText = useLevelText();
  const format = useFormat();
  return (
    <span className={styles.standing}>
      <LevelMark level={{ word, percent }} />
      {levelText.word(word)}
      {percent !== null && <strong>{format.percent(String(percent))}</strong>}
    </span>
  );
}
