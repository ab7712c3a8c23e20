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

export type ValuesQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
  areas?: Array<string | number> | string | number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type ValuesQuery = { values: { next: string | null, release: { number: string }, values: Array<{ indicator: string, area: string, year: number, sex: string, age: string, urbanisation: string, region: string, breakdown: string, value: string | null, obsStatus: string }> } | null };

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

export const ValuesDocument = new TypedDocumentString(`
    query Values($lang: Language!, $release: ID, $areas: [ID!], $from: Int, $after: ID) {
  values(
    lang: $lang
    release: $release
    areas: $areas
    from: $from
    first: 200
    after: $after
  ) {
    release {
      number
    }
    values {
      indicator
      area
      year
      sex
      age
      urbanisation
      region
      breakdown
      value
      obsStatus
    }
    next
  }
}
    `) as unknown as TypedDocumentString<ValuesQuery, ValuesQueryVariables>;