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

export type ReleasesQueryVariables = Exact<{
  lang: Language;
}>;


export type ReleasesQuery = { releases: Array<{ number: string, asOfYear: number, publishedAt: string, annual: boolean, latest: boolean, previous: string | null, methodVersion: string, contentHash: string, auditHead: string, note: { lang: Language, text: string } }> };

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

export const ReleasesDocument = new TypedDocumentString(`
    query Releases($lang: Language!) {
  releases(lang: $lang) {
    number
    asOfYear
    publishedAt
    annual
    latest
    previous
    note {
      ...LocalText
    }
    methodVersion
    contentHash
    auditHead
  }
}
    fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>;