import { joined, type ClusterTables } from './cluster-tables.ts';
import type { ClusterMember } from './cluster.types.ts';

/** A rate whose count has to be guarded but is in no plan. */
export interface UnplannedRate {
  readonly key: string;
  /** The key of its count, with the name of the count in front. */
  readonly counted: string;
}

/** The rates of a sensitive count that no indicator of the cluster reports. Source: methods.md 2.6, 2.7. */
export function unplannedRates(
  { parts, cells, guarded }: ClusterTables,
  member: ClusterMember,
): UnplannedRate[] {
  const name = parts.find((one) => one.member === member && one.part === 'COUNT')?.name;
  if (name === undefined || !guarded.has(member.code)) return [];
  return member.cells
    .filter(({ value, count }) => value !== null && count === null)
    .map(({ key }) => ({ key, counted: joined(name, key) }))
    .filter(({ counted }) => !(counted in cells));
}
