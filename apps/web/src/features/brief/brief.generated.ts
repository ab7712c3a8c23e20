/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Direction =
  | 'DECREASE'
  | 'INCREASE'
  | 'NONE'
  | 'TOWARDS';

export type FactBasis =
  | 'MEDIA'
  | 'OFFICIAL';

export type IndicatorKind =
  | 'BINARY'
  | 'MILESTONE'
  | 'NUMERIC';

export type IndicatorRole =
  | 'CONTEXT'
  | 'HEADLINE'
  | 'SUPPORTING';

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

export type TargetPath =
  | 'COMPOUND'
  | 'LINEAR';

export type BriefReleaseFragment = { number: string, asOfYear: number, latest: boolean, publishedAt: string, methodVersion: string, contentHash: string, previous: string | null, note: { lang: Language, text: string } };

export type BriefActionFragment = { code: string, scope: Scope, title: { lang: Language, text: string } };

export type BriefCountryQueryVariables = Exact<{
  iso3: string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type BriefCountryQuery = { country: { release: { number: string, asOfYear: number, latest: boolean, publishedAt: string, methodVersion: string, contentHash: string, previous: string | null, note: { lang: Language, text: string } }, area: { code: string, name: { lang: Language, text: string } }, actions: Array<{ action: { code: string, scope: Scope, title: { lang: Language, text: string } }, cell: { area: string, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null }, change: { class: string, points: string | null } | null, fact: { stage: number | null, since: string | null, basis: FactBasis | null, inForce: number | null, parts: number | null, value: string | null, year: number | null, decimals: number | null, unit: string | null, name: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null } | null } }>, indicators: Array<{ actions: Array<string>, role: IndicatorRole, indicator: { code: string, kind: IndicatorKind }, series: { points: Array<{ value: string | null }> } }> } | null };

export type BriefRegionQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type BriefRegionQuery = { compare: { choices: Array<{ code: string, kind: IndicatorKind, role: IndicatorRole, action: string | null, known: number }> } | null, scorecard: { release: { number: string, asOfYear: number, latest: boolean, publishedAt: string, methodVersion: string, contentHash: string, previous: string | null, note: { lang: Language, text: string } }, areas: Array<{ code: string, name: { lang: Language, text: string } }>, rows: Array<{ action: { code: string, scope: Scope, title: { lang: Language, text: string } }, cells: Array<{ area: string, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null }, change: { class: string, points: string | null } | null, fact: { stage: number | null, since: string | null, basis: FactBasis | null, inForce: number | null, parts: number | null, value: string | null, year: number | null, decimals: number | null, unit: string | null, name: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null } | null }> }> } | null };

export type BriefChangesQueryVariables = Exact<{
  lang: Language;
  from?: string | number | null | undefined;
  to?: string | number | null | undefined;
  area?: string | number | null | undefined;
}>;


export type BriefChangesQuery = { changes: { from: { number: string } | null, counts: Array<{ class: string, count: number }> } | null };

export type BriefChartsQueryVariables = Exact<{
  indicators: Array<string | number> | string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type BriefChartsQuery = { compare: { indicators: Array<{ role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, series: Array<{ bodies: Array<string>, licences: Array<string>, cell: { area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null }>, target: { baselineYear: number | null, baselineValue: string | null, path: TargetPath, points: Array<{ year: number, value: string }> } | null, breaks: Array<{ year: number }> }> }> } | null };

export type BriefIndicatorFragment = { role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, series: Array<{ bodies: Array<string>, licences: Array<string>, cell: { area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null }>, target: { baselineYear: number | null, baselineValue: string | null, path: TargetPath, points: Array<{ year: number, value: string }> } | null, breaks: Array<{ year: number }> }> };

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
export const BriefReleaseFragmentDoc = new TypedDocumentString(`
    fragment BriefRelease on Release {
  number
  asOfYear
  latest
  publishedAt
  methodVersion
  contentHash
  previous
  note {
    ...LocalText
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"BriefRelease"}) as unknown as TypedDocumentString<BriefReleaseFragment, unknown>;
export const BriefActionFragmentDoc = new TypedDocumentString(`
    fragment BriefAction on ActionSummary {
  code
  scope
  title {
    ...LocalText
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"BriefAction"}) as unknown as TypedDocumentString<BriefActionFragment, unknown>;
export const BriefIndicatorFragmentDoc = new TypedDocumentString(`
    fragment BriefIndicator on ComparedIndicator {
  role
  indicator {
    ...IndicatorSummary
  }
  definition {
    ...LocalText
  }
  series {
    cell {
      ...IndicatorCell
    }
    points {
      year
      value
      status
      missingReason
    }
    target {
      baselineYear
      baselineValue
      path
      points {
        year
        value
      }
    }
    breaks {
      year
    }
    bodies
    licences
  }
}
    fragment LocalText on LocalText {
  lang
  text
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
}
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
}`, {"fragmentName":"BriefIndicator"}) as unknown as TypedDocumentString<BriefIndicatorFragment, unknown>;
export const BriefCountryDocument = new TypedDocumentString(`
    query BriefCountry($iso3: ID!, $lang: Language!, $release: ID) {
  country(iso3: $iso3, lang: $lang, release: $release) {
    release {
      ...BriefRelease
    }
    area {
      code
      name {
        ...LocalText
      }
    }
    actions {
      action {
        ...BriefAction
      }
      cell {
        ...ActionCell
      }
    }
    indicators {
      actions
      role
      indicator {
        code
        kind
      }
      series {
        points {
          value
        }
      }
    }
  }
}
    fragment BriefRelease on Release {
  number
  asOfYear
  latest
  publishedAt
  methodVersion
  contentHash
  previous
  note {
    ...LocalText
  }
}
fragment BriefAction on ActionSummary {
  code
  scope
  title {
    ...LocalText
  }
}
fragment LocalText on LocalText {
  lang
  text
}
fragment ActionCell on ActionCell {
  area
  level {
    ...Level
  }
  change {
    class
    points
  }
  fact {
    ...Fact
  }
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
}
fragment Fact on Fact {
  name {
    ...LocalText
  }
  stage
  stageName {
    ...LocalText
  }
  since
  basis
  inForce
  parts
  value
  year
  decimals
  unit
}`) as unknown as TypedDocumentString<BriefCountryQuery, BriefCountryQueryVariables>;
export const BriefRegionDocument = new TypedDocumentString(`
    query BriefRegion($lang: Language!, $release: ID) {
  compare(lang: $lang, release: $release) {
    choices {
      code
      kind
      role
      action
      known
    }
  }
  scorecard(lang: $lang, release: $release) {
    release {
      ...BriefRelease
    }
    areas {
      code
      name {
        ...LocalText
      }
    }
    rows {
      action {
        ...BriefAction
      }
      cells {
        ...ActionCell
      }
    }
  }
}
    fragment BriefRelease on Release {
  number
  asOfYear
  latest
  publishedAt
  methodVersion
  contentHash
  previous
  note {
    ...LocalText
  }
}
fragment BriefAction on ActionSummary {
  code
  scope
  title {
    ...LocalText
  }
}
fragment LocalText on LocalText {
  lang
  text
}
fragment ActionCell on ActionCell {
  area
  level {
    ...Level
  }
  change {
    class
    points
  }
  fact {
    ...Fact
  }
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
}
fragment Fact on Fact {
  name {
    ...LocalText
  }
  stage
  stageName {
    ...LocalText
  }
  since
  basis
  inForce
  parts
  value
  year
  decimals
  unit
}`) as unknown as TypedDocumentString<BriefRegionQuery, BriefRegionQueryVariables>;
export const BriefChangesDocument = new TypedDocumentString(`
    query BriefChanges($lang: Language!, $from: ID, $to: ID, $area: ID) {
  changes(lang: $lang, from: $from, to: $to, area: $area) {
    from {
      number
    }
    counts {
      class
      count
    }
  }
}
    `) as unknown as TypedDocumentString<BriefChangesQuery, BriefChangesQueryVariables>;
export const BriefChartsDocument = new TypedDocumentString(`
    query BriefCharts($indicators: [ID!]!, $lang: Language!, $release: ID) {
  compare(indicators: $indicators, lang: $lang, release: $release) {
    indicators {
      ...BriefIndicator
    }
  }
}
    fragment BriefIndicator on ComparedIndicator {
  role
  indicator {
    ...IndicatorSummary
  }
  definition {
    ...LocalText
  }
  series {
    cell {
      ...IndicatorCell
    }
    points {
      year
      value
      status
      missingReason
    }
    target {
      baselineYear
      baselineValue
      path
      points {
        year
        value
      }
    }
    breaks {
      year
    }
    bodies
    licences
  }
}
fragment LocalText on LocalText {
  lang
  text
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
}
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
}`) as unknown as TypedDocumentString<BriefChartsQuery, BriefChartsQueryVariables>;