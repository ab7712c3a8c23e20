/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActionKind =
  | 'FINDING'
  | 'PRIORITY';

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

export type CountryQueryVariables = Exact<{
  iso3: string | number;
  lang: Language;
  release?: string | number | null | undefined;
  year?: number | null | undefined;
  page?: number | null | undefined;
}>;


export type CountryQuery = { country: { year: number, firstYear: number, page: number, pages: number, indicatorCount: number, knownCount: number, release: { number: string, asOfYear: number, latest: boolean, publishedAt: string }, area: { code: string, name: { lang: Language, text: string } }, actions: Array<{ action: { code: string, kind: ActionKind, scope: Scope, title: { lang: Language, text: string }, quote: { lang: Language, text: string } | null }, cell: { area: string, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null }, change: { class: string, points: string | null } | null, fact: { stage: number | null, since: string | null, basis: FactBasis | null, inForce: number | null, parts: number | null, value: string | null, year: number | null, decimals: number | null, unit: string | null, name: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null } | null } }>, laws: Array<{ role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, provider: { lang: Language, text: string } | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, name: { lang: Language, text: string }, definition: { lang: Language, text: string } }>, cells: Array<{ element: string, area: string, stage: number | null, since: string | null, lastDate: string | null, basis: FactBasis | null, provision: string | null, source: string | null, year: number }> }>, indicators: Array<{ actions: Array<string>, role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, series: { bodies: Array<string>, cell: { expectedShare: string | null, expectedValue: string | null, area: string, status: Status | null, progress: string | null, latestYear: number | null, latestValue: string | null, flags: Array<string>, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null } | null }, points: Array<{ year: number, value: string | null, status: string, missingReason: MissingReason | null }>, target: { year: number, value: string | null, status: string } | null }, gaps: Array<{ needed: string | null, shortBy: string | null, met: boolean | null, approximate: boolean | null, inPercent: boolean | null, reason: string | null, label: { lang: Language, text: string } }> }>, events: Array<{ id: string, action: string | null, indicator: string | null, area: string, date: string, year: number, yesNo: boolean | null, source: string, proves: Array<{ element: string, stage: number | null, provision: string | null, basis: FactBasis, elementName: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null }>, text: { lang: Language, text: string } }>, documents: Array<{ id: string, kind: EvidenceKind, title: string, mediaType: string | null, size: number | null, lang: string | null, url: string | null, indicator: string, area: string, year: number }>, sources: Array<{ id: string, title: string, publisher: string, year: number | null, url: string | null, licence: string, kind: SourceKind }>, contacts: Array<{ mailbox: string, body: { lang: Language, text: string } }>, help: { lang: Language, text: string } | null } | null };

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

export const CountryDocument = new TypedDocumentString(`
    query Country($iso3: ID!, $lang: Language!, $release: ID, $year: Int, $page: Int) {
  country(iso3: $iso3, lang: $lang, release: $release, year: $year, page: $page) {
    year
    firstYear
    release {
      number
      asOfYear
      latest
      publishedAt
    }
    area {
      code
      name {
        ...LocalText
      }
    }
    actions {
      action {
        code
        kind
        scope
        title {
          ...LocalText
        }
        quote {
          ...LocalText
        }
      }
      cell {
        ...ActionCell
      }
    }
    laws {
      ...Law
    }
    page
    pages
    indicatorCount
    knownCount
    indicators {
      actions
      role
      indicator {
        ...IndicatorSummary
      }
      series {
        ...ShortSeries
      }
      gaps {
        label {
          ...LocalText
        }
        needed
        shortBy
        met
        approximate
        inPercent
        reason
      }
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
    contacts {
      body {
        ...LocalText
      }
      mailbox
    }
    help {
      ...LocalText
    }
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
}`) as unknown as TypedDocumentString<CountryQuery, CountryQueryVariables>;