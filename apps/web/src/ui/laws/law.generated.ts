/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Direction =
  | 'DECREASE'
  | 'INCREASE'
  | 'NONE'
  | 'TOWARDS';

export type ElementOrigin =
  | 'DEFINITION'
  | 'SEED';

export type FactBasis =
  | 'MEDIA'
  | 'OFFICIAL';

export type IndicatorKind =
  | 'BINARY'
  | 'MILESTONE'
  | 'NUMERIC';

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

export type Scope =
  | 'COUNTRY'
  | 'REGION';

export type LawFragment = { role: IndicatorRole, indicator: { code: string, kind: IndicatorKind, scope: Scope, direction: Direction, decimals: number, unit: string, unitText: { lang: Language, text: string }, name: { lang: Language, text: string }, stages: Array<{ lang: Language, text: string }> | null }, definition: { lang: Language, text: string }, provider: { lang: Language, text: string } | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, name: { lang: Language, text: string }, definition: { lang: Language, text: string } }>, cells: Array<{ element: string, area: string, stage: number | null, since: string | null, lastDate: string | null, basis: FactBasis | null, provision: string | null, source: string | null, year: number }> };

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
export const LawFragmentDoc = new TypedDocumentString(`
    fragment Law on Law {
  role
  indicator {
    ...IndicatorSummary
  }
  definition {
    ...LocalText
  }
  provider {
    ...LocalText
  }
  elements {
    code
    name {
      ...LocalText
    }
    definition {
      ...LocalText
    }
    instrument
    origin
    counts
  }
  cells {
    element
    area
    stage
    since
    lastDate
    basis
    provision
    source
    year
  }
}
    fragment IndicatorSummary on IndicatorSummary {
  code
  kind
  scope
  direction
  decimals
  unit
  unitText {
    ...LocalText
  }
  name {
    ...LocalText
  }
  stages {
    ...LocalText
  }
}
fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"Law"}) as unknown as TypedDocumentString<LawFragment, unknown>;