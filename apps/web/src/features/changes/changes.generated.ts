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

export type Status =
  | 'ACHIEVED'
  | 'DELAYED'
  | 'INVALID_CONFIG'
  | 'MISSED'
  | 'NOT_APPLICABLE'
  | 'NO_BASELINE'
  | 'NO_DATA'
  | 'NO_TARGET'
  | 'OFF_TRACK'
  | 'ON_TRACK'
  | 'REGRESSED'
  | 'SUPPRESSED';

export type ChangesQueryVariables = Exact<{
  lang: Language;
  from?: string | number | null | undefined;
  since?: string | null | undefined;
  fromYear?: number | null | undefined;
  to?: string | number | null | undefined;
  area?: string | number | null | undefined;
  perClass?: number;
}>;


export type ChangesQuery = { changes: { newValues: number, confirmed: number, methodChanged: boolean, from: { number: string, asOfYear: number } | null, to: { number: string, asOfYear: number, latest: boolean, publishedAt: string }, areas: Array<{ code: string, name: { lang: Language, text: string } }>, unlisted: Array<{ class: string, count: number }>, items: Array<{ kind: string, class: string, level: string | null, subject: string, area: string, year: number | null, face: string | null, hidden: boolean, fromStatus: Status | null, toStatus: Status | null, fromWord: LevelWord | null, toWord: LevelWord | null, fromPercent: number | null, toPercent: number | null, points: string | null, fromValue: string | null, toValue: string | null, change: string | null, decimals: number | null, unit: string | null, reason: string | null, cause: string | null, changed: Array<string>, name: { lang: Language, text: string }, partNames: Array<{ lang: Language, text: string }> }> } | null };

export type ActionLogQueryVariables = Exact<{
  code: string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;


export type ActionLogQuery = { changeLog: Array<{ newValues: number, methodChanged: boolean, unlisted: number, release: { number: string, publishedAt: string, previous: string | null }, items: Array<{ kind: string, class: string, level: string | null, subject: string, area: string, year: number | null, face: string | null, hidden: boolean, fromStatus: Status | null, toStatus: Status | null, fromWord: LevelWord | null, toWord: LevelWord | null, fromPercent: number | null, toPercent: number | null, points: string | null, fromValue: string | null, toValue: string | null, change: string | null, decimals: number | null, unit: string | null, reason: string | null, cause: string | null, changed: Array<string>, name: { lang: Language, text: string }, partNames: Array<{ lang: Language, text: string }> }> }> | null };

export type ChangeFragment = { kind: string, class: string, level: string | null, subject: string, area: string, year: number | null, face: string | null, hidden: boolean, fromStatus: Status | null, toStatus: Status | null, fromWord: LevelWord | null, toWord: LevelWord | null, fromPercent: number | null, toPercent: number | null, points: string | null, fromValue: string | null, toValue: string | null, change: string | null, decimals: number | null, unit: string | null, reason: string | null, cause: string | null, changed: Array<string>, name: { lang: Language, text: string }, partNames: Array<{ lang: Language, text: string }> };

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
export const ChangeFragmentDoc = new TypedDocumentString(`
    fragment Change on Change {
  kind
  class
  level
  subject
  name {
    ...LocalText
  }
  area
  year
  face
  hidden
  fromStatus
  toStatus
  fromWord
  toWord
  fromPercent
  toPercent
  points
  partNames {
    ...LocalText
  }
  fromValue
  toValue
  change
  decimals
  unit
  reason
  cause
  changed
}
    fragment LocalText on LocalText {
  lang
  text
}`, {"fragmentName":"Change"}) as unknown as TypedDocumentString<ChangeFragment, unknown>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($lang: Language!, $from: ID, $since: String, $fromYear: Int, $to: ID, $area: ID, $perClass: Int! = 200) {
  changes(
    lang: $lang
    from: $from
    since: $since
    fromYear: $fromYear
    to: $to
    area: $area
    perClass: $perClass
  ) {
    from {
      number
      asOfYear
    }
    to {
      number
      asOfYear
      latest
      publishedAt
    }
    areas {
      code
      name {
        ...LocalText
      }
    }
    newValues
    confirmed
    methodChanged
    unlisted {
      class
      count
    }
    items {
      ...Change
    }
  }
}
    fragment Change on Change {
  kind
  class
  level
  subject
  name {
    ...LocalText
  }
  area
  year
  face
  hidden
  fromStatus
  toStatus
  fromWord
  toWord
  fromPercent
  toPercent
  points
  partNames {
    ...LocalText
  }
  fromValue
  toValue
  change
  decimals
  unit
  reason
  cause
  changed
}
fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const ActionLogDocument = new TypedDocumentString(`
    query ActionLog($code: ID!, $lang: Language!, $release: ID) {
  changeLog(action: $code, lang: $lang, release: $release) {
    release {
      number
      publishedAt
      previous
    }
    newValues
    methodChanged
    unlisted
    items {
      ...Change
    }
  }
}
    fragment Change on Change {
  kind
  class
  level
  subject
  name {
    ...LocalText
  }
  area
  year
  face
  hidden
  fromStatus
  toStatus
  fromWord
  toWord
  fromPercent
  toPercent
  points
  partNames {
    ...LocalText
  }
  fromValue
  toValue
  change
  decimals
  unit
  reason
  cause
  changed
}
fragment LocalText on LocalText {
  lang
  text
}`) as unknown as TypedDocumentString<ActionLogQuery, ActionLogQueryVariables>;