import type { ClusterTables } from './cluster-tables.ts';
import type { ClusterInput } from './cluster.types.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { ReleaseFrame } from './release-frame.ts';

/** A cluster whose counts are planned; what that means for the figures of its members is still to be worked out. */
export interface ClusterDraft {
  readonly input: ClusterInput;
  readonly frame: ReleaseFrame;
  readonly tables: ClusterTables;
  /** Keys whose printed share, rate or step gives a count away, by the code of the member. */
  readonly disclosive: ReadonlyMap<string, ReadonlySet<string>>;
  readonly plan: ReleasePlan;
  /** True if the plan of the release before was kept. */
  readonly unchanged: boolean;
}
