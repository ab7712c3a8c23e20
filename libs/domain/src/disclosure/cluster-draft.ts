import type { ClusterTables } from './cluster-tables.ts';
import type { ClusterInput } from './cluster.types.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { ReleaseFrame } from './release-frame.ts';

/** A cluster whose counts are planned, on its way to figures. */
export interface ClusterDraft {
  readonly input: ClusterInput;
  readonly frame: ReleaseFrame;
  readonly tables: ClusterTables;
  /** Keys whose printed share, rate or step gives a count away, by member. */
  readonly disclosive: ReadonlyMap<string, ReadonlySet<string>>;
  readonly plan: ReleasePlan;
  /** As in the release before. */
  readonly unchanged: boolean;
}
