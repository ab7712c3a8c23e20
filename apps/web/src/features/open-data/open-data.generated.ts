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

export type OpenDataQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type OpenDataQuery = { openData: { rows: number, hidden: number, firstYear: number | null, lastYear: number | null, release: { number: string, asOfYear: number, latest: boolean, publishedAt: string, previous: string | null }, files: Array<{ id: string, path: string, mediaType: string, bytes: number | null }>, standards: Array<{ id: string, path: string, mediaType: string }>, indicators: Array<{ code: string, rows: number, hidden: number, name: { lang: Language, text: string } }>, licences: Array<{ licence: string, rows: number, sources: number }> } | null };

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

export const OpenDataDocument = new TypedDocumentString(`
    query OpenData($lang: Language!, $release: ID) {
  openData(lang: $lang, release: $release) {
    release {
      number
      asOfYear
      latest
      publishedAt
      previous
    }
    rows
    hidden
    firstYear
    lastYear
    files {
      id
      path
      mediaType
      bytes
    }
    standards {
      id
      path
      mediaType
    }
    indicators {
      code
      name {
        ...LocalText
      }
      rows
      hidden
    }
    licences {
      licence
      rows
      sources
    }
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<OpenDataQuery, OpenDataQueryVariables>;