/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type EvidenceKind =
  | 'FILE'
  | 'LINK';

export type DocumentFragment = { id: string, kind: EvidenceKind, title: string, mediaType: string | null, size: number | null, lang: string | null, url: string | null, indicator: string, area: string, year: number };

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
export const DocumentFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"Document"}) as unknown as TypedDocumentString<DocumentFragment, unknown>;