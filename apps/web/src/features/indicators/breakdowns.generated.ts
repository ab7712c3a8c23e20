/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Language =
  | 'en'
  | 'kk'
  | 'ky'
  | 'ru'
  | 'tg'
  | 'uz';

export type MissingReason =
  | 'NOT_APPLICABLE'
  | 'NOT_COLLECTED'
  | 'NOT_SHARED'
  | 'SUPPRESSED';

export type Via =
  | 'ENTRY'
  | 'IMPORT'
  | 'SOURCE_IMPORT';

export type BreakdownsQueryVariables = Exact<{
  code: string | number;
  area: string | number;
  lang: Language;
  release?: string | number | null | undefined;
  part?: string | number | null | undefined;
  from?: number | null | undefined;
  to?: number | null | undefined;
  first: number;
  after?: string | number | null | undefined;
}>;


export type BreakdownsQuery = { breakdowns: { next: string | null, values: Array<{ year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, progress: string | null, numerator: string | null, denominator: string | null, obsStatus: string, missingReason: MissingReason | null, source: string | null, sourceText: string | null, period: string | null, via: Via | null, submittedOn: string | null, approvedOn: string | null, revision: number | null, reason: string | null, withdrawnOn: string | null, since: string, sinceOn: string, body: { lang: Language, text: string } | null, note: { lang: Language, text: string } | null, earlier: Array<{ release: string, publishedOn: string, value: string | null, obsStatus: string }> }> } | null };

export type ComparedPartsQueryVariables = Exact<{
  code: string | number;
  lang: Language;
  release?: string | number | null | undefined;
  from: number;
  to: number;
}>;


export type ComparedPartsQuery = { comparedParts: Array<{ area: string, values: Array<{ year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, progress: string | null, numerator: string | null, denominator: string | null, obsStatus: string, missingReason: MissingReason | null, source: string | null, sourceText: string | null, period: string | null, via: Via | null, submittedOn: string | null, approvedOn: string | null, revision: number | null, reason: string | null, withdrawnOn: string | null, since: string, sinceOn: string, body: { lang: Language, text: string } | null, note: { lang: Language, text: string } | null, earlier: Array<{ release: string, publishedOn: string, value: string | null, obsStatus: string }> }> }> | null };

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

export const BreakdownsDocument = new TypedDocumentString(`
    query Breakdowns($code: ID!, $area: ID!, $lang: Language!, $release: ID, $part: ID, $from: Int, $to: Int, $first: Int!, $after: ID) {
  breakdowns(
    code: $code
    area: $area
    lang: $lang
    release: $release
    part: $part
    from: $from
    to: $to
    first: $first
    after: $after
  ) {
    values {
      ...IndicatorValue
    }
    next
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
}`) as unknown as TypedDocumentString<BreakdownsQuery, BreakdownsQueryVariables>;
export const ComparedPartsDocument = new TypedDocumentString(`
    query ComparedParts($code: ID!, $lang: Language!, $release: ID, $from: Int!, $to: Int!) {
  comparedParts(code: $code, lang: $lang, release: $release, from: $from, to: $to) {
    area
    values {
      ...IndicatorValue
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
}`) as unknown as TypedDocumentString<ComparedPartsQuery, ComparedPartsQueryVariables>;