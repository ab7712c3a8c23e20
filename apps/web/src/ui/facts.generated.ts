/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type SourceKind =
  | 'DATASET'
  | 'LAW'
  | 'MEDIA'
  | 'OFFICIAL'
  | 'ORGANISATION';

export type SourceFragment = { id: string, title: string, publisher: string, year: number | null, url: string | null, licence: string, kind: SourceKind };

export type EventFragment = { id: string, action: string | null, indicator: string | null, area: string, date: string, year: number, yesNo: boolean | null, source: string, proves: Array<{ element: string, stage: number | null, provision: string | null, basis: FactBasis, elementName: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null }>, text: { lang: Language, text: string } };

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
export const SourceFragmentDoc = new TypedDocumentString(`
    fragment Source on Source {
  id
  title
  publisher
  year
  url
  licence
  kind
}
    `, {"fragmentName":"Source"}) as unknown as TypedDocumentString<SourceFragment, unknown>;
export const EventFragmentDoc = new TypedDocumentString(`
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
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"Event"}) as unknown as TypedDocumentString<EventFragment, unknown>;