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

export type SourceKind =
  | 'DATASET'
  | 'LAW'
  | 'MEDIA'
  | 'OFFICIAL'
  | 'ORGANISATION';

export type SourcesQueryVariables = Exact<{
  lang: Language;
}>;


export type SourcesQuery = { releases: Array<{ number: string, latest: boolean }>, sources: Array<{ indicators: Array<string>, source: { id: string, title: string, publisher: string, year: number | null, url: string | null, licence: string, kind: SourceKind } }> | null };

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

export const SourcesDocument = new TypedDocumentString(`
    query Sources($lang: Language!) {
  releases(lang: $lang) {
    number
    latest
  }
  sources {
    source {
      ...Source
    }
    indicators
  }
}
    fragment Source on Source {
  id
  title
  publisher
  year
  url
  licence
  kind
}`) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;