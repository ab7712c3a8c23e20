import type { FactFragment, LevelFragment } from '../ui/level.generated.ts';

/** A level of which two of four parts are known, and which moved forward since the meeting. */
export const level = (change: Partial<LevelFragment> = {}): LevelFragment => ({
  word: 'UNDER_WAY',
  percent: 40,
  low: 20,
  high: 70,
  known: 2,
  total: 4,
  movement: 'FORWARD',
  points: null,
  ...change,
});

export const unknown = level({
  word: 'NOT_KNOWN',
  percent: null,
  low: 0,
  high: 100,
  known: 0,
  movement: 'UNKNOWN',
});

/** A law in force since 2021. */
export const fact = (change: Partial<FactFragment> = {}): FactFragment => ({
  name: { lang: 'en', text: 'A law' },
  stage: 4,
  stageName: { lang: 'en', text: 'In force' },
  since: '2021-05-28',
  basis: 'OFFICIAL',
  inForce: 1,
  parts: 1,
  value: null,
  year: null,
  decimals: null,
  unit: null,
  ...change,
});
