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

export type LevelWord =
  | 'BEGUN'
  | 'DONE'
  | 'MOSTLY_DONE'
  | 'NOT_BEGUN'
  | 'NOT_KNOWN'
  | 'PARTLY_KNOWN'
  | 'UNDER_WAY';

export type LevelsQueryVariables = Exact<{
  lang: Language;
  area?: string | number | null | undefined;
}>;


export type LevelsQuery = { scorecard: { rows: Array<{ action: { code: string, title: { text: string } }, cells: Array<{ area: string, level: { word: LevelWord, percent: number | null } }> }> } | null };

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

export const LevelsDocument = new TypedDocumentString(`
    query Levels($lang: Language!, $area: ID) {
  scorecard(lang: $lang, area: $area) {
    rows {
      action {
        code
        title {
          text
        }
      }
      cells {
        area
        level {
          word
          percent
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LevelsQuery, LevelsQueryVariables>;