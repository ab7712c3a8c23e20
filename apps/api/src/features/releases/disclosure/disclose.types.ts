import type { CountPart, MemberPlan } from '@qadam/domain';
import type { HeldTable, WithheldFace } from '../release-preview.type.ts';

export type TableToStore = NonNullable<MemberPlan['held']> & { indicator: string; year: number };

/** One figure of the candidate. */
export interface FigurePlace {
  indicator: string;
  year: number;
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
}

export interface HiddenCell extends FigurePlace {
  /** True if it is hidden for its own sake, not as a cover. */
  primary: boolean;
  why: 'SMALL' | 'RATE' | 'COVER' | 'REGIONAL' | 'WITHDRAWN';
}

/** A count that is shown in one indicator and equals a hidden count of another: both may count the same people. */
export interface MissingLink {
  /** Names of the two counts, as in the framework. */
  shown: string;
  hidden: string;
  area: string;
  year: number;
}

/** The decisions of disclosure control; for officers and auditors only. */
export interface Disclosure {
  hidden: HiddenCell[];
  /** Figures whose rate is shown without its numerator and denominator, because one of these is hidden. */
  partless: FigurePlace[];
  /** Hidden counts, whether the figure around them is shown or not. */
  secret: (FigurePlace & { part: CountPart })[];
  held: HeldTable[];
  withheld: WithheldFace[];
  /** Each stops the release. */
  problems: { code: string; indicator: string; year: number; cell: string }[];
  /** Each stops the release, too. */
  missingLinks: MissingLink[];
  /** Tables with counts that this release changes. */
  changed: TableToStore[];
}
