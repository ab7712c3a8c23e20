import { levelWord, type LevelWord } from '@qadam/domain';
import type { Token } from '../theme/tokens.ts';
import type { LevelFragment } from './level.generated.ts';

/** How much of the disc is filled for each word, in quarters. */
const quarters: Partial<Record<LevelWord, 0 | 1 | 2 | 3 | 4>> = {
  DONE: 4,
  MOSTLY_DONE: 3,
  UNDER_WAY: 2,
  BEGUN: 1,
  NOT_BEGUN: 0,
};

const fills = [
  '',
  'M11 11V4.5A6.5 6.5 0 0 1 17.5 11Z',
  'M11 11V4.5A6.5 6.5 0 0 1 11 17.5Z',
  'M11 11V4.5A6.5 6.5 0 1 1 4.5 11Z',
  'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0Z',
] as const;

/** The disc of a level, drawn in a field of 22 × 22, for the page and for pictures. Its ring of radius 9 is drawn by the caller. */
export function levelShape({ word, percent }: Pick<LevelFragment, 'word' | 'percent'>) {
  // if it is known in part only: the mark its percentage would have if enough were known
  const shown = word === 'PARTLY_KNOWN' && percent !== null ? levelWord(percent / 100, 1) : word;
  const filled = quarters[shown];
  return {
    /** A path to fill; empty if nothing is filled. */
    fill: filled === undefined ? '' : fills[filled],
    /** A path to stroke: the hatch of what is not known, otherwise empty. */
    lines: filled === undefined ? 'M5 12.5 12.5 5M6.5 16 16 6.5M10 17.5 17.5 10' : '',
    /** True: the ring is dashed, as parts are unknown. */
    broken: word === 'PARTLY_KNOWN' || word === 'NOT_KNOWN',
  };
}

/** The names of a level's colours: the ground, and the ink of what is written on it. */
export function levelTokens(word: LevelWord): { ground: Token; ink: Token } {
  const name = word.toLowerCase().replaceAll('_', '-');
  return { ground: `level-${name}` as Token, ink: `level-${name}-ink` as Token };
}
