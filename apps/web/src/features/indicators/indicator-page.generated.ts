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

export type ElementOrigin =
  | 'DEFINITION'
  | 'SEED';

export type EvidenceKind =
  | 'FILE'
  | 'LINK';

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

export type SourceKind =
  | 'DATASET'
  | 'LAW'
  | 'MEDIA'
  | 'OFFICIAL'
  | 'ORGANISATION';

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

export type ValueType =
  | 'CUMULATIVE'
  | 'FLOW'
  | 'STOCK';

export type Via =
  | 'ENTRY'
  | 'IMPORT'
  | 'SOURCE_IMPORT';

export type IndicatorValueFragment = { year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, progress: string | null, numerator: string | null, denominator: string | null, obsStatus: string, missingReason: MissingReason | null, source: string | null, sourceText: string | null, period: string | null, via: Via | null, submittedOn: string | null, approvedOn: string | null, revision: number | null, reason: string | null, withdrawnOn: string | null, since: string, sinceOn: string, body: { lang: Language, text: string } | null, note: { lang: Language, text: string } | null, earlier: Array<{ release: string, publishedOn: string, value: string | null, obsStatus: string }> };

export type IndicatorQueryVariables = Exact<{
  code: string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type IndicatorQuery = { indicator: { release: { number: string, asOfYear: number, latest: boolean, publishedAt: string, methodVersion: string }, areas: Array<{ code: string, name: { lang: Language, text: string } }>, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, valueType: ValueType, regionalMethod: string, decimals: number, unit: string, multiplier: string, min: string | null, max: string | null, sensitive: boolean, sdgCode: string | null, custodian: string | null, breakdowns: Array<string>, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, definition: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null, sheet: Array<{ key: string, text: { lang: Language, text: string } }> }, law: { role: IndicatorRole, levels: Array<{ area: string, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } }>, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, provider: { lang: Language, text: string } | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, name: { lang: Language, text: string }, definition: { lang: Language, text: string } }>, cells: Array<{ element: string, area: string, stage: number | null, since: string | null, lastDate: string | null, basis: FactBasis | null, provision: string | null, source: string | null, year: number }> } | null, actions: Array<{ code: string, role: IndicatorRole, title: { lang: Language, text: string } }>, related: Array<{ action: string, indicator: string, role: IndicatorRole, kind: IndicatorKind, decimals: number, unit: string, name: { lang: Language, text: string }, latest: Array<{ area: string, year: number, value: string }> }>, parts: Array<{ code: string, name: { lang: Language, text: string } }>, series: Array<{ area: string, breakdownCount: number, values: Array<{ year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, progress: string | null, numerator: string | null, denominator: string | null, obsStatus: string, missingReason: MissingReason | null, source: string | null, sourceText: string | null, period: string | null, via: Via | null, submittedOn: string | null, approvedOn: string | null, revision: number | null, reason: string | null, withdrawnOn: string | null, since: string, sinceOn: string, body: { lang: Language, text: string } | null, note: { lang: Language, text: string } | null, earlier: Array<{ release: string, publishedOn: string, value: string | null, obsStatus: string }> }>, breakdowns: Array<{ year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, progress: string | null, numerator: string | null, denominator: string | null, obsStatus: string, missingReason: MissingReason | null, source: string | null, sourceText: string | null, period: string | null, via: Via | null, submittedOn: string | null, approvedOn: string | null, revision: number | null, reason: string | null, withdrawnOn: string | null, since: string, sinceOn: string, body: { lang: Language, text: string } | null, note: { lang: Language, text: string } | null, earlier: Array<{ release: string, publishedOn: string, value: string | null, obsStatus: string }> }>, target: { version: number, baselineYear: number | null, baselineValue: string | null, baselineSource: string | null, path: TargetPath, tolerance: string, reference: boolean, confirmedOn: string | null, points: Array<{ year: number, value: string }>, citation: { lang: Language, text: string } | null, rationale: { lang: Language, text: string } } | null, assessment: { status: Status | null, progress: string | null, pace: string | null, expectedShare: string | null, expectedValue: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, projection: { reason: string | null, latestYear: number | null, latestValue: string | null, requiredPerYear: string | null, actualPerYear: string | null, ratio: string | null, points: number, fromYear: number | null, year: number | null, low: string | null, central: string | null, high: string | null, reachedLow: string | null, reachedCentral: string | null, reachedHigh: string | null, pathGap: string | null, flags: Array<string> }, benchmarkGaps: Array<{ benchmark: string, needed: string | null, reported: string | null, shortBy: string | null, share: string | null, met: boolean | null, approximate: boolean | null, inPercent: boolean | null, reason: string | null, population: string | null, populationYear: number | null }> } | null, breaks: Array<{ area: string, year: number, kind: string, source: string | null, note: { lang: Language, text: string } }>, alternatives: Array<{ area: string, year: number, value: string, source: string, note: { lang: Language, text: string }, chosen: { lang: Language, text: string } }>, withheld: Array<{ year: number, face: string }> }>, benchmarks: Array<{ id: string, value: string, per: string | null, kind: string, sense: string, url: string | null, label: { lang: Language, text: string }, citation: { lang: Language, text: string } }>, events: Array<{ id: string, action: string | null, indicator: string | null, area: string, date: string, year: number, yesNo: boolean | null, source: string, proves: Array<{ element: string, stage: number | null, provision: string | null, basis: FactBasis, elementName: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null }>, text: { lang: Language, text: string } }>, documents: Array<{ id: string, kind: EvidenceKind, title: string, mediaType: string | null, size: number | null, lang: string | null, url: string | null, indicator: string, area: string, year: number }>, sources: Array<{ id: string, title: string, publisher: string, year: number | null, url: string | null, licence: string, kind: SourceKind }> } | null };

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
export const IndicatorValueFragmentDoc = new TypedDocumentString(`
    fragment IndicatorValue on Value {
  year
  sex
  age
  urbanisation
  region
  breakdown
  value
  progress
  numerator
  denominator
  obsStatus
  missingReason
  source
  sourceText
  body {
    ...LocalText
  }
  period
  note {
    ...LocalText
  }
  via
  submittedOn
  approvedOn
  revision
  reason
  withdrawnOn
  since
  sinceOn
  earlier {
    release
    publishedOn
    value
    obsStatus
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"IndicatorValue"}) as unknown as TypedDocumentString<IndicatorValueFragment, unknown>;
export const IndicatorDocument = new TypedDocumentString(`
    query Indicator($code: ID!, $lang: Language!, $release: ID) {
  indicator(code: $code, lang: $lang, release: $release) {
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
    indicator {
      code
      kind
      scope
      direction
      valueType
      regionalMethod
      decimals
      unit
      unitText {
        ...LocalText
      }
      multiplier
      min
      max
      sensitive
      sdgCode
      custodian
      breakdowns
      name {
        ...LocalText
      }
      definition {
        ...LocalText
      }
      stages {
        ...LocalText
      }
      sheet {
        key
        text {
          ...LocalText
        }
      }
    }
    law {
      ...Law
      levels {
        area
        level {
          ...Level
        }
      }
    }
    actions {
      code
      title {
        ...LocalText
      }
      role
    }
    related {
      action
      indicator
      name {
        ...LocalText
      }
      role
      kind
      decimals
      unit
      latest {
        area
        year
        value
      }
    }
    parts {
      code
      name {
        ...LocalText
      }
    }
    series {
      area
      values {
        ...IndicatorValue
      }
      breakdowns {
        ...IndicatorValue
      }
      breakdownCount
      target {
        version
        baselineYear
        baselineValue
        baselineSource
        path
        points {
          year
          value
        }
        tolerance
        reference
        citation {
          ...LocalText
        }
        rationale {
          ...LocalText
        }
        confirmedOn
      }
      assessment {
        status
        progress
        pace
        expectedShare
        expectedValue
        latestYear
        latestValue
        flags
        projection {
          reason
          latestYear
          latestValue
          requiredPerYear
          actualPerYear
          ratio
          points
          fromYear
          year
          low
          central
          high
          reachedLow
          reachedCentral
          reachedHigh
          pathGap
          flags
        }
        benchmarkGaps {
          benchmark
          needed
          reported
          shortBy
          share
          met
          approximate
          inPercent
          reason
          population
          populationYear
        }
      }
      breaks {
        area
        year
        kind
        note {
          ...LocalText
        }
        source
      }
      alternatives {
        area
        year
        value
        source
        note {
          ...LocalText
        }
        chosen {
          ...LocalText
        }
      }
      withheld {
        year
        face
      }
    }
    benchmarks {
      id
      value
      per
      kind
      sense
      label {
        ...LocalText
      }
      citation {
        ...LocalText
      }
      url
    }
    events {
      ...Event
    }
    documents {
      ...Document
    }
    sources {
      ...Source
    }
  }
}
    fragment IndicatorValue on Value {
  year
  sex
  age
  urbanisation
  region
  breakdown
  value
  progress
  numerator
  denominator
  obsStatus
  missingReason
  source
  sourceText
  body {
    ...LocalText
  }
  period
  note {
    ...LocalText
  }
  via
  submittedOn
  approvedOn
  revision
  reason
  withdrawnOn
  since
  sinceOn
  earlier {
    release
    publishedOn
    value
    obsStatus
  }
}
fragment LocalText on LocalText {
  lang
  text
}
fragment Law on Law {
  role
  indicator {
    ...IndicatorSummary
  }
  definition {
    ...LocalText
  }
  provider {
    ...LocalText
  }
  elements {
    code
    name {
      ...LocalText
    }
    definition {
      ...LocalText
    }
    instrument
    origin
    counts
  }
  cells {
    element
    area
    stage
    since
    lastDate
    basis
    provision
    source
    year
  }
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
fragment Event on Event {
  id
  action
  indicator
  area
  date
  year
  yesNo
  source
  proves {
    element
    elementName {
      ...LocalText
    }
    stage
    stageName {
      ...LocalText
    }
    provision
    basis
  }
  text {
    ...LocalText
  }
}
fragment Document on PublicDocument {
  id
  kind
  title
  mediaType
  size
  lang
  url
  indicator
  area
  year
}
fragment Source on Source {
  id
  title
  publisher
  year
  url
  licence
  kind
}`) as unknown as TypedDocumentString<IndicatorQuery, IndicatorQueryVariables>;