import { SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { LevelFragment } from './level.generated.ts';
import { signedPoints } from './signed-points.ts';
import { useFormat } from './use-format.ts';

export interface LevelText {
  /** "mostly done" */
  word: (word: LevelFragment['word']) => string;
  /** "80%"; empty where nothing is known. */
  percent: (level: LevelFragment) => string;
  /** "2 of 4 parts known"; empty where none is. */
  known: (level: LevelFragment) => string;
  /** "13–97% whatever the other parts show"; null where every part is known, or none. */
  range: (level: LevelFragment) => string | null;
  /** "forward since 2022, +17 points"; empty where it is not known. */
  movement: (level: Pick<LevelFragment, 'movement' | 'points'>) => string;
}

/** A level in words and figures. */
export function useLevelText(): LevelText {
  const { t } = useTranslation('levels');
  const format = useFormat();
  return {
    word: (word) => t(`word.${word}`),
    percent: ({ percent }) => (percent === null ? '' : format.percent(String(percent))),
    known: ({ known, total, low, high }) => {
      if (known === 0) return '';
      return known === total && low === high ? t('allKnown') : t('known', { known, total });
    },
    range: ({ percent, low, high }) =>
      percent === null || low === high
        ? null
        : t('range', { range: `${low}–${format.percent(String(high))}` }),
    movement: ({ movement, points }) => {
      if (movement === 'UNKNOWN') return '';
      const texts = t(`movement.${movement}`, { year: SINCE_YEAR });
      const by = signedPoints(format, points);
      return by === null ? texts : `${texts}, ${t('points', { points: by })}`;
    },
  };
}
