import { useTranslation } from 'react-i18next';
import type { LevelFragment } from './level.generated.ts';
import { LevelMark, levelClass } from './level-mark.tsx';
import styles from './legend.module.css';
import { useLevelText } from './use-level-text.ts';

const shown: readonly Pick<LevelFragment, 'word' | 'percent'>[] = [
  { word: 'NOT_BEGUN', percent: 0 },
  { word: 'BEGUN', percent: 20 },
  { word: 'UNDER_WAY', percent: 40 },
  { word: 'MOSTLY_DONE', percent: 80 },
  { word: 'DONE', percent: 100 },
  { word: 'PARTLY_KNOWN', percent: 40 },
];

/** The marks and colours of levels with their words, and what the hatched end of a bar means. */
export function Legend() {
  const { t } = useTranslation('levels');
  const text = useLevelText();
  return (
    <div className={styles.legend}>
      <p className={styles.key}>
        <span>{t('table.howFar')}</span>
        {shown.map((level) => (
          <span key={level.word}>
            <span className={`${styles.swatch ?? ''} ${levelClass(level.word)}`}>
              <LevelMark level={level} />
            </span>
            {text.word(level.word)}
          </span>
        ))}
        <span>{t('table.tail')}</span>
      </p>
    </div>
  );
}
