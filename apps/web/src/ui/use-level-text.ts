import { SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { LevelFragment } from './level.generated.ts';
import { signedPoints } from './signed-points.ts';
import { useFormat } from './use-format.ts';

/** The texts about a level. */
export function useLevelText() {
  const { t } = useTranslation('levels');
  const format = useFormat();
  return {
    /** "mostly done" */
    word: (word: LevelFragment['word']) => t(`word.${word}`),
    /** "80%"; empty where nothing is known. */
    percent: ({ percent }: LevelFragment) =>
      percent === null ? '' : format.percent(String(percent)),
    /** "2 of 4 parts known"; empty where none is. */
    known: ({ known, total, low, high }: LevelFragment) => {
      if (known === 0) return '';
      return known === total && low === high ? t('allKnown') : t('known', { known, total });
    },
    /** "13–97% whatever the other parts show"; null where every part is known, or none. */
    range: ({ percent, low, high }: LevelFragment) =>
      percent === null || low === high
        ? null
        : t('range', { range: `${low}–${format.percent(String(high))}` }),
    /** "forward since 2022, +17 points"; empty where it is not known. */
    movement: ({ movement, points }: Pick<LevelFragment, 'movement' | 'points'>) => {
      if (movement === 'UNKNOWN') return '';
      const texts = t(`movement.${movement}`, { year: SINCE_YEAR });
      const by = signedPoints(format, points);
      return by === null ? texts : `${texts}, ${t('points', { points: by })}`;
    },
  };
}
export type LevelText = ReturnType<typeof useLevelText>;
