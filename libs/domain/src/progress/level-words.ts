/** From all done to nothing known: the order of legends and of the answer sentence. */
export const LEVEL_WORDS = [
  'DONE',
  'MOSTLY_DONE',
  'UNDER_WAY',
  'BEGUN',
  'NOT_BEGUN',
  'PARTLY_KNOWN',
  'NOT_KNOWN',
] as const;
export type LevelWord = (typeof LEVEL_WORDS)[number];
