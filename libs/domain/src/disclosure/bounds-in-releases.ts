import type { AuditReleasesInput } from './audit-releases.ts';
import { CellIndex } from './cell-index.ts';
import { intervals, type Interval } from './interval.ts';
import { joinReleases } from './joint-system.ts';
import { openRelease } from './release-table.ts';

/** The interval in which a reader of all releases can place a cell that the last one hides; null where the value is known. */
export function boundsInReleases(input: AuditReleasesInput): (key: string) => Interval | null {
  const cellIndex = new CellIndex(input);
  const releases = input.releases.map((stored) => openRelease(cellIndex, stored));
  const { system, nodeOf, unknown } = joinReleases(cellIndex, releases);
  const intervalOf = intervals(system, (node) => unknown.has(node));
  return (key) => {
    const node = nodeOf(key, releases.at(-1)?.cells.get(key) ?? NaN);
    return node === undefined || !unknown.has(node) ? null : intervalOf(node);
  };
}
