import type { LevelFragment } from './level.generated.ts';

type Cell = Pick<LevelFragment, 'word' | 'movement'>;

export interface StepCounts {
  total: number;
  words: Partial<Record<LevelFragment['word'], number>>;
  forward: number;
  none: number;
  back: number;
  unknown: number;
}

/** What the answer sentence is made of: how many steps stand at each word, and which way they moved. */
export function countSteps(cells: readonly Cell[]): StepCounts {
  const moved = (...words: Cell['movement'][]) =>
    cells.filter(({ movement }) => words.includes(movement)).length;
  const words: StepCounts['words'] = {};
  for (const { word } of cells) words[word] = (words[word] ?? 0) + 1;
  return {
    total: cells.length,
    words,
    forward: moved('FORWARD', 'MIXED'),
    none: moved('NONE'),
    back: moved('BACK', 'MIXED'),
    unknown: moved('UNKNOWN'),
  };
}
