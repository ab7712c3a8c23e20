/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type IndicatorListQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type IndicatorListQuery = { actions: Array<{ code: string, title: { lang: Language, text: string } }> | null, indicators: { release: { number: string, asOfYear: number, publishedAt: string, latest: boolean, previous: string | null }, indicators: Array<{ code: string, known: number, name: { lang: Language, text: string }, uses: Array<{ action: string, role: IndicatorRole }> }> } | null };

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

export const IndicatorListDocument = new TypedDocumentString(`
    query IndicatorList($lang: Language!, $release: ID) {
  actions(lang: $lang, release: $release) {
    code
    title {
      ...LocalText
    }
  }
  indicators(lang: $lang, release: $release) {
    release {
      number
      asOfYear
      publishedAt
      latest
      previous
    }
    indicators {
      code
      name {
        ...LocalText
      }
      known
      uses {
        action
        role
      }
    }
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<IndicatorListQuery, IndicatorListQueryVariables>;