import type { ScorecardQuery } from './scorecard.generated.ts';

export type ScorecardData = NonNullable<ScorecardQuery['scorecard']>;
export type Row = ScorecardData['rows'][number];
export type Cell = Row['cells'][number];
