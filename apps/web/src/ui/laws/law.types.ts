import type { LawFragment } from './law.generated.ts';

export type LawCell = LawFragment['cells'][number];
export type LawElement = LawFragment['elements'][number];
export type StageNames = LawFragment['indicator']['stages'];
