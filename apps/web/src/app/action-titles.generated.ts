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

export type ActionTitlesQueryVariables = Exact<{
  lang: Language;
}>;


export type ActionTitlesQuery = { scorecard: { rows: Array<{ action: { code: string, title: { text: string } } }> } | null };

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

export const ActionTitlesDocument = new TypedDocumentString(`
    query ActionTitles($lang: Language!) {
  scorecard(lang: $lang) {
    rows {
      action {
        code
        title {
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActionTitlesQuery, ActionTitlesQueryVariables>;