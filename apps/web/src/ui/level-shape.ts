import type { LevelFragment } from './level.generated.ts';

type Level = Pick<LevelFragment, 'word' | 'percent'>;

/** How much of the disc is filled, in quarters; null where nothing is known. */
function quarters({ word, percent }: Level): 0 | 1 | 2 | 3 | 4 | null {
  switch (word) {
    case 'DONE':
      return 4;
    case 'MOSTLY_DONE':
      return 3;
    case 'UNDER_WAY':
      return 2;
    case 'BEGUN':
      return 1;
    case 'NOT_BEGUN':
      return 0;
    case 'PARTLY_KNOWN':
      // the mark its level would have if it were known well enough for a word
      if (percent === null) return null;
      return percent >= 67 ? 3 : percent >= 33 ? 2 : percent > 0 ? 1 : 0;
    case 'NOT_KNOWN':
      return null;
  }
}

const fills = [
  '',
  'M11 11V4.5A6.5 6.5 0 0 1 17.5 11Z',
  'M11 11V4.5A6.5 6.5 0 0 1 11 17.5Z',
  'M11 11V4.5A6.5 6.5 0 1 1 4.5 11Z',
  'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0Z',
] as const;

export interface LevelShape {
  /** A path to fill; empty where nothing is filled. */
  fill: string;
  /** A path to draw; only the hatch of what is not known. */
  lines: string;
  /** The ring is broken where parts are unknown. */
  broken: boolean;
}

/** The disc of a level in a field of 22 × 22, ring of radius 9 aside: for the page and for pictures. */
export function levelShape(level: Level): LevelShape {
  const filled = quarters(level);
  return {
    fill: filled === null ? '' : fills[filled],
    lines: filled === null ? 'M5 12.5 12.5 5M6.5 16 16 6.5M10 17.5 17.5 10' : '',
    broken: level.word === 'PARTLY_KNOWN' || level.word === 'NOT_KNOWN',
  };
}
