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

export type SearchKind =
  | 'ACTION'
  | 'COUNTRY'
  | 'INDICATOR'
  | 'PAGE';

export type SearchQueryVariables = Exact<{
  q: string;
  lang: Language;
}>;


export type SearchQuery = { search: Array<{ kind: SearchKind, code: string, name: { lang: Language, text: string }, foundIn: { lang: Language, text: string } | null }> | null };

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

export const SearchDocument = new TypedDocumentString(`
    query Search($q: String!, $lang: Language!) {
  search(q: $q, lang: $lang) {
    kind
    code
    name {
      ...LocalText
    }
    foundIn {
      ...LocalText
    }
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;