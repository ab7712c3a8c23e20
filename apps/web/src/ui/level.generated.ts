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

export type LevelWord =
  | 'BEGUN'
  | 'DONE'
  | 'MOSTLY_DONE'
  | 'NOT_BEGUN'
  | 'NOT_KNOWN'
  | 'PARTLY_KNOWN'
  | 'UNDER_WAY';

export type Movement =
  | 'BACK'
  | 'FORWARD'
  | 'MIXED'
  | 'NONE'
  | 'UNKNOWN';

export type LevelFragment = { word: LevelWord, percent: number | null, low: number, high: number, known: number, total: number, movement: Movement, points: string | null };

export type FactFragment = { stage: number | null, since: string | null, basis: FactBasis | null, inForce: number | null, parts: number | null, value: string | null, year: number | null, decimals: number | null, unit: string | null, name: { lang: Language, text: string }, stageName: { lang: Language, text: string } | null };

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
export const LevelFragmentDoc = new TypedDocumentString(`
    fragment Level on Level {
  word
  percent
  low
  high
  known
  total
  movement
  points
}
    `, {"fragmentName":"Level"}) as unknown as TypedDocumentString<LevelFragment, unknown>;
export const FactFragmentDoc = new TypedDocumentString(`
    fragment Fact on Fact {
  name {
    ...LocalText
  }
  stage
  stageName {
    ...LocalText
  }
  since
  basis
  inForce
  parts
  value
  year
  decimals
  unit
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"Fact"}) as unknown as TypedDocumentString<FactFragment, unknown>;