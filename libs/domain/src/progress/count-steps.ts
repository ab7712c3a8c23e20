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

/** Movements that count as a step forward, a step back, or none since the meeting. MIXED counts both ways. Source: methods.md 1.5. */
export const MOVEMENT_WAYS = {
  forward: ['FORWARD', 'MIXED'],
  none: ['NONE'],
  back: ['BACK', 'MIXED'],
} as const satisfies Record<string, readonly Movement[]>;

/**
 * What the answer sentence is made of: how many steps (an action in a country) have each word, and how many moved since
 * the meeting. Source: methods.md 1.5.
 */
export function countSteps(cells: readonly { word: LevelWord; movement: Movement }[]): StepCounts {
  const moved = (movements: readonly Movement[]) =>
    cells.filter(({ movement }) => movements.includes(movement)).length;
  const words = LEVEL_WORDS.map((word) => [
    word,
    cells.filter((cell) => cell.word === word).length,
  ]);
  return {
    total: cells.length,
    words: Object.fromEntries(words) as Record<LevelWord, number>,
    forward: moved(MOVEMENT_WAYS.forward),
    none: moved(MOVEMENT_WAYS.none),
    back: moved(MOVEMENT_WAYS.back),
    unknown: moved(['UNKNOWN']),
  };
}
