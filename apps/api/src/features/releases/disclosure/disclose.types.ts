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
  /** Hidden for itself, not as a cover. */
  primary: boolean;
  why: 'SMALL' | 'RATE' | 'COVER' | 'REGIONAL' | 'WITHDRAWN';
}

/** A count that is shown in one indicator and equals the hidden count of another, and may be the same. */
export interface MissingLink {
  /** Names of the two counts, as the framework names them. */
  shown: string;
  hidden: string;
  area: string;
  year: number;
}

/** What disclosure control decided; for officers and auditors only. */
export interface Disclosure {
  hidden: HiddenCell[];
  /** Figures whose rate is shown without its numerator and denominator, because one of these is hidden. */
  partless: FigurePlace[];
  /** Hidden counts, whether or not the figure around them is shown. */
  secret: (FigurePlace & { part: CountPart })[];
  held: HeldTable[];
  withheld: WithheldFace[];
  /** Each stops the release. */
  problems: { code: string; indicator: string; year: number; cell: string }[];
  /** Each stops the release, too. */
  missingLinks: MissingLink[];
  /** Tables whose counts this release changes. */
  changed: TableToStore[];
}
