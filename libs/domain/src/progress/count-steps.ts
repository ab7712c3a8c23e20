import type { Movement } from './assess-level.types.ts';
import { LEVEL_WORDS, type LevelWord } from './level-words.ts';
import { countMovements, type MovementCounts } from './movement.ts';

export interface StepCounts extends MovementCounts {
  total: number;
  /** How many steps have each word, in the order of legends. */
  words: Record<LevelWord, number>;
}

/**
 * The numbers of the answer sentence: how many steps (a step is an action in a country) have each word, and how many moved
 * since the meeting. Source: methods.md 1.5.
 */
export function countSteps(cells: readonly { word: LevelWord; movement: Movement }[]): StepCounts {
  const words = LEVEL_WORDS.map((word) => [
    word,
    cells.filter((cell) => cell.word === word).length,
  ]);
  return {
    total: cells.length,
    words: Object.fromEntries(words) as Record<LevelWord, number>,
    ...countMovements(cells),
  };
}
