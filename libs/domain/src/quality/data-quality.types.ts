import type { RevisionReason } from '../changes/release.types.ts';
import type { Maybe } from '../values/figure.ts';
import type { Numeric } from '../values/decimal.ts';

/** PUBLIC counts only published rows, so that unpublished work cannot change the public figures. */
export type QualityView = 'WORKING' | 'PUBLIC';

export interface Assignment {
  indicator: string;
  /** The state of the report; SUBMITTED, APPROVED and PUBLISHED ones count as given. */
  state: string;
  hasValue?: Maybe<boolean>;
  missingReason?: Maybe<string>;
  /** Hidden by disclosure control. */
  hidden?: Maybe<boolean>;
  /** The day of the first submission. */
  submittedOn?: Maybe<string>;
}

export interface RuleHit {
  indicator: string;
  rule: string;
  severity: 'ERROR' | 'WARN' | 'SKIP';
  /** The comment that explains the hit, or only whether there is one. */
  comment?: Maybe<string | boolean>;
}

export interface PublishedRevision {
  indicator: string;
  from?: Maybe<Numeric>;
  to?: Maybe<Numeric>;
  reason?: Maybe<RevisionReason>;
}

/** All days are calendar days `YYYY-MM-DD` of the country. */
export interface DataQualityInput {
  country: string;
  cycle: { year: number; due: string };
  /** The day for which the quality is computed. */
  day: string;
  view: QualityView;
  assignments: readonly Assignment[];
  hits?: Maybe<readonly RuleHit[]>;
  /** Revisions since first publication. */
  revisions?: Maybe<readonly PublishedRevision[]>;
}

export interface Completeness {
  /** All assignments but the not applicable ones. */
  assigned: number;
  notApplicable: number;
  reported: number;
  explained: number;
  overdue: number;
  notDue: number;
  /** `share`: reported of assigned; `answered`: reported or explained of assigned. */
  share: number | null;
  answered: number | null;
}

export interface Timeliness {
  n: number;
  /** Days after the due day, negative = early. */
  medianDays: number | null;
  onTime: number | null;
  latest: number | null;
}

export interface Coherence {
  checked: number;
  withHits: number;
  errors: number;
  warnings: number;
  /** Warnings with a comment. */
  explained: number;
  share: number | null;
}

export interface Revisions {
  count: number;
  cells: number;
  byReason: Partial<Record<RevisionReason, number>>;
  medianRelative: number | null;
}

export interface DataQuality {
  country: string;
  year: number;
  completeness: Completeness;
  timeliness: Timeliness;
  coherence: Coherence;
  revisions: Revisions;
}
