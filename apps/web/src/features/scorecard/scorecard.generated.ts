/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActionKind =
  | 'FINDING'
  | 'PRIORITY';

export type FactBasis =
  | 'MEDIA'
  | 'OFFICIAL';

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

export type Movement =
  | 'BACK'
  | 'FORWARD'
  | 'MIXED'
  | 'NONE'
  | 'UNKNOWN';

export type Scope =
  | 'COUNTRY'
  | 'REGION';

export type ScorecardQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
  year?: number | null | undefined;
}>;


export type ScorecardQuery = { scorecard: { year: number, firstYear: number, release: { number: string, asOfYear: number, publishedAt: string, latest: boolean, previous: string | null, methodVersion: string, contentHash: string, auditHead: string, note: { lang: Language, text: string } }, areas: Array<{ code: string, name: { lang: Language, text: string } }>, rows: Array<{ action: { code: string, kind: ActionKind, scope: Scope, title: { lang: Language, text: string }, quote: { lang: Language, text: string } | null }, cells: Array<{ area: string, level: { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null }, change: { class: string, points: string | null } | null, fact: { stage: number | null, since: string | null, basis: FactBasis | null, inForce: number | null, parts: number | null, value: string | null, year: number | null, decimals: number | null, unit: string | null, name: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null } | null }> }> } | null };

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

export const ScorecardDocument = new TypedDocumentString(`
    query Scorecard($lang: Language!, $release: ID, $year: Int) {
  scorecard(lang: $lang, release: $release, year: $year) {
    year
    firstYear
    release {
      number
      asOfYear
      publishedAt
      latest
      previous
      methodVersion
      contentHash
      auditHead
      note {
        ...LocalText
      }
    }
    areas {
      code
      name {
        ...LocalText
      }
    }
    rows {
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
      cells {
        ...ActionCell
      }
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
}`) as unknown as TypedDocumentString<ScorecardQuery, ScorecardQueryVariables>;