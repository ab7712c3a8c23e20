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

export type MissingReason =
  | 'NOT_APPLICABLE'
  | 'NOT_COLLECTED'
  | 'NOT_SHARED'
  | 'SUPPRESSED';

export type QualityClass =
  | 'explained'
  | 'notApplicable'
  | 'notDue'
  | 'overdue'
  | 'reported';

export type QualityMark =
  | 'ESTIMATED'
  | 'LATE'
  | 'OUTLIER'
  | 'PROVISIONAL'
  | 'REVISED';

export type ReasonCode =
  | 'CORRECTION'
  | 'COVERAGE'
  | 'DEFINITION'
  | 'NEW_SOURCE';

export type PublishedQualityPartFragment = { page: number, pages: number, indicatorCount: number, silentCount: number, years: Array<number>, release: { number: string, asOfYear: number, publishedAt: string, latest: boolean }, areas: Array<{ area: { code: string, name: { lang: Language, text: string } }, cycle: { year: number, dueOn: string, assigned: number, reported: number, explained: number, overdue: number, notDue: number, reportedShare: string | null, timed: number, medianDays: string | null, onTimeShare: string | null, checked: number, withHits: number, errors: number, warnings: number, warningsExplained: number, revisions: number, revisedCells: number, medianRevision: string | null } | null, years: Array<{ year: number, reported: number, assigned: number | null }> }>, counts: Array<{ class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submitted: boolean, questioned: boolean, count: number }>, indicators: Array<{ code: string, name: { lang: Language, text: string } }> };

export type PublishedQualityCellPartFragment = { area: string, indicator: string, year: number, class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submittedOn: string | null, hits: Array<{ code: string }> };

export type PublishedQualityQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
  page?: number | null | undefined;
}>;


export type PublishedQualityQuery = { dataQuality: { page: number, pages: number, indicatorCount: number, silentCount: number, years: Array<number>, cells: Array<{ area: string, indicator: string, year: number, class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submittedOn: string | null, hits: Array<{ code: string }> }>, release: { number: string, asOfYear: number, publishedAt: string, latest: boolean }, areas: Array<{ area: { code: string, name: { lang: Language, text: string } }, cycle: { year: number, dueOn: string, assigned: number, reported: number, explained: number, overdue: number, notDue: number, reportedShare: string | null, timed: number, medianDays: string | null, onTimeShare: string | null, checked: number, withHits: number, errors: number, warnings: number, warningsExplained: number, revisions: number, revisedCells: number, medianRevision: string | null } | null, years: Array<{ year: number, reported: number, assigned: number | null }> }>, counts: Array<{ class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submitted: boolean, questioned: boolean, count: number }>, indicators: Array<{ code: string, name: { lang: Language, text: string } }> } | null };

export type PublishedQualityOfCountryQueryVariables = Exact<{
  lang: Language;
  release?: string | number | null | undefined;
  area: string | number;
  page?: number | null | undefined;
}>;


export type PublishedQualityOfCountryQuery = { all: { areas: Array<{ area: { code: string, name: { lang: Language, text: string } } }> } | null, dataQuality: { page: number, pages: number, indicatorCount: number, silentCount: number, years: Array<number>, cells: Array<{ dueOn: string | null, missingReason: MissingReason | null, revisions: number, reason: ReasonCode | null, area: string, indicator: string, year: number, class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submittedOn: string | null, hits: Array<{ code: string, params: Array<{ name: string, value: string }> }> }>, release: { number: string, asOfYear: number, publishedAt: string, latest: boolean }, areas: Array<{ area: { code: string, name: { lang: Language, text: string } }, cycle: { year: number, dueOn: string, assigned: number, reported: number, explained: number, overdue: number, notDue: number, reportedShare: string | null, timed: number, medianDays: string | null, onTimeShare: string | null, checked: number, withHits: number, errors: number, warnings: number, warningsExplained: number, revisions: number, revisedCells: number, medianRevision: string | null } | null, years: Array<{ year: number, reported: number, assigned: number | null }> }>, counts: Array<{ class: QualityClass, marks: Array<QualityMark>, hidden: boolean, submitted: boolean, questioned: boolean, count: number }>, indicators: Array<{ code: string, name: { lang: Language, text: string } }> } | null };

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
export const PublishedQualityPartFragmentDoc = new TypedDocumentString(`
    fragment PublishedQualityPart on PublishedQuality {
  release {
    number
    asOfYear
    publishedAt
    latest
  }
  areas {
    area {
      code
      name {
        lang
        text
      }
    }
    cycle {
      year
      dueOn
      assigned
      reported
      explained
      overdue
      notDue
      reportedShare
      timed
      medianDays
      onTimeShare
      checked
      withHits
      errors
      warnings
      warningsExplained
      revisions
      revisedCells
      medianRevision
    }
    years {
      year
      reported
      assigned
    }
  }
  page
  pages
  indicatorCount
  silentCount
  counts {
    class
    marks
    hidden
    submitted
    questioned
    count
  }
  indicators {
    code
    name {
      lang
      text
    }
  }
  years
}
    `, {"fragmentName":"PublishedQualityPart"}) as unknown as TypedDocumentString<PublishedQualityPartFragment, unknown>;
export const PublishedQualityCellPartFragmentDoc = new TypedDocumentString(`
    fragment PublishedQualityCellPart on PublishedQualityCell {
  area
  indicator
  year
  class
  marks
  hidden
  submittedOn
  hits {
    code
  }
}
    `, {"fragmentName":"PublishedQualityCellPart"}) as unknown as TypedDocumentString<PublishedQualityCellPartFragment, unknown>;
export const PublishedQualityDocument = new TypedDocumentString(`
    query PublishedQuality($lang: Language!, $release: ID, $page: Int) {
  dataQuality(lang: $lang, release: $release, page: $page) {
    ...PublishedQualityPart
    cells {
      ...PublishedQualityCellPart
    }
  }
}
    fragment PublishedQualityPart on PublishedQuality {
  release {
    number
    asOfYear
    publishedAt
    latest
  }
  areas {
    area {
      code
      name {
        lang
        text
      }
    }
    cycle {
      year
      dueOn
      assigned
      reported
      explained
      overdue
      notDue
      reportedShare
      timed
      medianDays
      onTimeShare
      checked
      withHits
      errors
      warnings
      warningsExplained
      revisions
      revisedCells
      medianRevision
    }
    years {
      year
      reported
      assigned
    }
  }
  page
  pages
  indicatorCount
  silentCount
  counts {
    class
    marks
    hidden
    submitted
    questioned
    count
  }
  indicators {
    code
    name {
      lang
      text
    }
  }
  years
}
fragment PublishedQualityCellPart on PublishedQualityCell {
  area
  indicator
  year
  class
  marks
  hidden
  submittedOn
  hits {
    code
  }
}`) as unknown as TypedDocumentString<PublishedQualityQuery, PublishedQualityQueryVariables>;
export const PublishedQualityOfCountryDocument = new TypedDocumentString(`
    query PublishedQualityOfCountry($lang: Language!, $release: ID, $area: ID!, $page: Int) {
  all: dataQuality(lang: $lang, release: $release) {
    areas {
      area {
        code
        name {
          lang
          text
        }
      }
    }
  }
  dataQuality(lang: $lang, release: $release, area: $area, page: $page) {
    ...PublishedQualityPart
    cells {
      ...PublishedQualityCellPart
      dueOn
      missingReason
      revisions
      reason
      hits {
        params {
          name
          value
        }
      }
    }
  }
}
    fragment PublishedQualityPart on PublishedQuality {
  release {
    number
    asOfYear
    publishedAt
    latest
  }
  areas {
    area {
      code
      name {
        lang
        text
      }
    }
    cycle {
      year
      dueOn
      assigned
      reported
      explained
      overdue
      notDue
      reportedShare
      timed
      medianDays
      onTimeShare
      checked
      withHits
      errors
      warnings
      warningsExplained
      revisions
      revisedCells
      medianRevision
    }
    years {
      year
      reported
      assigned
    }
  }
  page
  pages
  indicatorCount
  silentCount
  counts {
    class
    marks
    hidden
    submitted
    questioned
    count
  }
  indicators {
    code
    name {
      lang
      text
    }
  }
  years
}
fragment PublishedQualityCellPart on PublishedQualityCell {
  area
  indicator
  year
  class
  marks
  hidden
  submittedOn
  hits {
    code
  }
}`) as unknown as TypedDocumentString<PublishedQualityOfCountryQuery, PublishedQualityOfCountryQueryVariables>;