import type { CompareQuery, ComparedIndicatorFragment } from './compare.generated.ts';

export type CompareData = NonNullable<CompareQuery['compare']>;
export type Compared = ComparedIndicatorFragment;
export type ComparedSeries = Compared['series'][number];
/** Names of the areas by code. */
export type Names = Readonly<Record<string, string>>;
