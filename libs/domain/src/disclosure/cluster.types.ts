import type { Count } from './count.ts';
import type { WithheldReason } from './plan-draft.ts';
import type { AreaFace, ImpliedBounds } from './release-table.ts';
import type { CountPart, LinkedIndicator } from './shared-counts.ts';

/** A figure as it would be published without disclosure control. */
export interface ClusterCell {
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  readonly key: string;
  readonly value: string | null;
  /** The count behind the figure, which is its value or its numerator; null where it is not reported. */
  readonly count: string | null;
  readonly denominator: string | null;
  /** The published population of the cell's sex and age, for rates reported without their parts; null where there is none. */
  readonly population: string | null;
}

/** The bounds that a printed rate sets to a hidden count behind it. */
export interface ImpliedCount extends ImpliedBounds {
  readonly key: string;
  readonly part: CountPart;
}

/** A count as a release held it; it was hidden by the plan (COUNT) or because a share, a rate or a step gave it away (RATIO). */
export interface HeldCount {
  readonly key: string;
  readonly part: CountPart;
  readonly value: Count;
  readonly hiding: 'COUNT' | 'RATIO' | null;
}

/** What an earlier release held of one indicator and year. */
export interface ClusterRelease {
  readonly release: string;
  readonly threshold: { readonly base: number; readonly detailed: number };
  readonly counts: readonly HeldCount[];
  /** Faces withheld from the named count; from both counts where none is named. */
  readonly withheld: readonly AreaFace[];
  readonly told: readonly ImpliedCount[];
}

export interface ClusterMember extends LinkedIndicator {
  readonly unit: string;
  readonly multiplier: string;
  readonly decimals: number;
  readonly threshold: { readonly base: number; readonly detailed: number };
  readonly cells: readonly ClusterCell[];
  /** Earlier releases, oldest first. */
  readonly previous: readonly ClusterRelease[];
  /** Keys withdrawn for safety: guarded like small counts. */
  readonly withdrawn: readonly string[];
  /** Steps of a cumulative series that give a count away: guarded like small counts too. */
  readonly steps: readonly string[];
  /** Keys that an earlier release published with status Q, for whatever reason. */
  readonly hiddenBefore: readonly string[];
}

/** One year of all indicators that share counts. */
export interface ClusterInput {
  /** Countries, in the order of lists. */
  readonly areas: readonly string[];
  /** The group whose figures are the sums of all `areas`. */
  readonly group: string | null;
  /** First-level regions, by country. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  readonly members: readonly ClusterMember[];
  readonly annual: boolean;
}

export interface HiddenRow {
  readonly key: string;
  /** Hidden for its own sake, not as a cover. */
  readonly primary: boolean;
  readonly why: 'SMALL' | 'RATE' | 'COVER' | 'WITHDRAWN';
}

export interface MemberPlan {
  readonly code: string;
  /** Figures published without a value, with status Q. */
  readonly hidden: readonly HiddenRow[];
  /** Figures whose rate is shown, but neither numerator nor denominator. */
  readonly partless: readonly string[];
  /** Hidden counts, whether or not the figure around them is shown. */
  readonly secret: readonly { readonly key: string; readonly part: CountPart }[];
  readonly withheld: readonly (AreaFace & { readonly reason: WithheldReason | 'FACE_TOO_DEEP' })[];
  /** What later releases have to know; null where nothing has changed since the release before. */
  readonly held: Omit<ClusterRelease, 'release'> | null;
}

export interface ClusterPlan {
  readonly outcome: 'PLANNED' | 'HELD' | 'INVALID';
  readonly members: readonly MemberPlan[];
  /** Why nothing of the cluster is published anew; for officers. */
  readonly reasons: readonly string[];
  /** Any of these stops the release: values that are not counts, and small counts that all releases together would give away. */
  readonly problems: readonly {
    readonly code: string;
    readonly indicator: string;
    readonly cell: string;
  }[];
}
