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

export type CompareQueryVariables = Exact<{
  indicators: Array<string | number> | string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type CompareQuery = { compare: { release: { number: string, asOfYear: number, latest: boolean, publishedAt: string, methodVersion: string }, areas: Array<{ code: string, name: { lang: Language, text: string } }>, actions: Array<{ code: string, title: { lang: Language, text: string } }>, choices: Array<{ code: string, action: string | null, known: number, name: { lang: Language, text: string } }>, indicators: Array<{ role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, series: Array<{ bodies: Array<string>, licences: Array<string>, cell: { area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null, progress: string | null }>, target: { baselineYear: number | null, baselineValue: string | null, path: TargetPath, reference: boolean, points: Array<{ year: number, value: string }> } | null, breaks: Array<{ year: number, kind: string }> }> }> } | null };

export type ComparedIndicatorFragment = { role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, series: Array<{ bodies: Array<string>, licences: Array<string>, cell: { area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null, progress: string | null }>, target: { baselineYear: number | null, baselineValue: string | null, path: TargetPath, reference: boolean, points: Array<{ year: number, value: string }> } | null, breaks: Array<{ year: number, kind: string }> }> };

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
export const ComparedIndicatorFragmentDoc = new TypedDocumentString(`
    fragment ComparedIndicator on ComparedIndicator {
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
      progress
    }
    target {
      baselineYear
      baselineValue
      path
      reference
      points {
        year
        value
      }
    }
    breaks {
      year
      kind
    }
    bodies
    licences
  }
}
    fragment LocalText on LocalText {
  lang
  text
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
}`, {"fragmentName":"ComparedIndicator"}) as unknown as TypedDocumentString<ComparedIndicatorFragment, unknown>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($indicators: [ID!]!, $lang: Language!, $release: ID) {
  compare(indicators: $indicators, lang: $lang, release: $release) {
    release {
      number
      asOfYear
      latest
      publishedAt
      methodVersion
    }
    areas {
      code
      name {
        ...LocalText
      }
    }
    actions {
      code
      title {
        ...LocalText
      }
    }
    choices {
      code
      name {
        ...LocalText
      }
      action
      known
    }
    indicators {
      ...ComparedIndicator
    }
  }
}
    fragment ComparedIndicator on ComparedIndicator {
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
      progress
    }
    target {
      baselineYear
      baselineValue
      path
      reference
      points {
        year
        value
      }
    }
    breaks {
      year
      kind
    }
    bodies
    licences
  }
}
fragment LocalText on LocalText {
  lang
  text
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
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;