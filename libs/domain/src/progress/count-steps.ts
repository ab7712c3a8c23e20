import type { Movement } from './assess-level.types.ts';
import { LEVEL_WORDS, type LevelWord } from './level-words.ts';

export interface StepCounts {
  total: number;
  /** Of every word, in the order of legends. */
  words: Record<LevelWord, number>;
  forward: number;
  none: number;
  back: number;
  unknown: number;
}

/**
 * What the answer sentence is made of: how many steps (an action in a country) have each word, and how many moved since
 * the meeting. MIXED counts as forward and as back. Source: methods.md 1.5.
 */
export function countSteps(cells: readonly { word: LevelWord; movement: Movement }[]): StepCounts {
  const moved = (...movements: Movement[]) =>
    cells.filter(({ movement }) => movements.includes(movement)).length;
  const words = LEVEL_WORDS.map((word) => [
    word,
    cells.filter((cell) => cell.word === word).length,
  ]);
  return {
    total: cells.length,
    words: Object.fromEntries(words) as Record<LevelWord, number>,
    forward: moved('FORWARD', 'MIXED'),
    none: moved('NONE'),
    back: moved('BACK', 'MIXED'),
    unknown: moved('UNKNOWN'),
  };
}
