/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Direction =
  | 'DECREASE'
  | 'INCREASE'
  | 'NONE'
  | 'TOWARDS';

export type IndicatorKind =
  | 'BINARY'
  | 'MILESTONE'
  | 'NUMERIC';

export type Language =
  | 'en'
  | 'kk'
  | 'ky'
  | 'ru'
  | 'tg'
  | 'uz';

export type LevelWord =
  | 'BEGUN'
  | 'DONE'
  | 'MOSTLY_DONE'
  | 'NOT_BEGUN'
  | 'NOT_KNOWN'
  | 'PARTLY_KNOWN'
  | 'UNDER_WAY';

export type MissingReason =
  | 'NOT_APPLICABLE'
  | 'NOT_COLLECTED'
  | 'NOT_SHARED'
  | 'SUPPRESSED';

export type Movement =
  | 'BACK'
  | 'FORWARD'
  | 'MIXED'
  | 'NONE'
  | 'UNKNOWN';

export type Scope =
  | 'COUNTRY'
  | 'REGION';

export type Status =
  | 'ACHIEVED'
  | 'DELAYED'
  | 'INVALID_CONFIG'
  | 'MISSED'
  | 'NOT_APPLICABLE'
  | 'NO_BASELINE'
  | 'NO_DATA'
  | 'NO_TARGET'
  | 'OFF_TRACK'
  | 'ON_TRACK'
  | 'REGRESSED'
  | 'SUPPRESSED';

export type IndicatorSummaryFragment = { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null };

export type IndicatorCellFragment = { area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null };

export type ShortSeriesFragment = { bodies: Array<string>, cell: { expectedShare: string | null, expectedValue: string | null, area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null }>, target: { year: number, value: string | null, status: string } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const IndicatorSummaryFragmentDoc = new TypedDocumentString(`
    fragment IndicatorSummary on IndicatorSummary {
  code
  kind
  scope
  direction
  decimals
  unit
  unitText {
    ...LocalText
  }
  name {
    ...LocalText
  }
  stages {
    ...LocalText
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"IndicatorSummary"}) as unknown as TypedDocumentString<IndicatorSummaryFragment, unknown>;
export const IndicatorCellFragmentDoc = new TypedDocumentString(`
    fragment IndicatorCell on IndicatorCell {
  area
  status
  progress
  level {
    ...Level
  }
  latestYear
  latestValue
  flags
}
    fragment Level on Level {
  word
  percent
  low
  high
  known
  total
  movement
  points
}`, {"fragmentName":"IndicatorCell"}) as unknown as TypedDocumentString<IndicatorCellFragment, unknown>;
export const ShortSeriesFragmentDoc = new TypedDocumentString(`
    fragment ShortSeries on ShortSeries {
  cell {
    ...IndicatorCell
    expectedShare
    expectedValue
  }
  points {
    year
    value
    status
    missingReason
  }
  bodies
  target {
    year
    value
    status
  }
}
    fragment IndicatorCell on IndicatorCell {
  area
  status
  progress
  level {
    ...Level
  }
  latestYear
  latestValue
  flags
}
fragment Level on Level {
  word
  percent
  low
  high
  known
  total
  movement
  points
}`, {"fragmentName":"ShortSeries"}) as unknown as TypedDocumentString<ShortSeriesFragment, unknown>;