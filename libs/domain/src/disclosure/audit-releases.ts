import { at } from './at.ts';
import { CellIndex, type Cell } from './cell-index.ts';
import { intervals, isNarrow } from './interval.ts';
import { joinReleases } from './joint-system.ts';
import { othersIn } from './complement.ts';
import type { ReleaseFrame } from './release-frame.ts';
import { openRelease, type StoredRelease } from './release-table.ts';

export type AuditReleasesInput = ReleaseFrame & { readonly releases: readonly StoredRelease[] };

/** A small count that readers of all releases can narrow to fewer than k candidates. */
export interface UnsafeCell {
  readonly release: string;
  readonly cell: string;
  readonly lo: number;
  readonly hi: number;
  readonly why: 'SHOWN' | 'SHOWN_ELSEWHERE' | 'DERIVED';
}

export interface ReleasesAudit {
  readonly safe: boolean;
  readonly unsafe: readonly UnsafeCell[];
}

/**
 * What a reader of all releases of one indicator and year can learn about hidden small counts: shown
 * in this release, shown in another, or derived from sums over all of them. Listed by release, then
 * in cell order. The audit runs before every publication, and any new line stops the publication.
 * The result is internal, because it names values.
 *
 * Throws RangeError if a stored value is not a count or the releases contradict themselves.
 * Source: methods.md 2.6, Audit.
 */
export function auditReleases(input: AuditReleasesInput): ReleasesAudit {
  const cellIndex = new CellIndex(input);
  const releases = input.releases.map((stored) => openRelease(cellIndex, stored));
  const { system, nodeOf, unknown, guarded } = joinReleases(cellIndex, releases);
  const guardedNodes = new Set(guarded);
  const intervalOf = intervals(system, (node) => unknown.has(node));
  const derived = (release: string, { key, threshold }: Cell, node: number): UnsafeCell[] => {
    if (!guardedNodes.has(node)) return [];
    const interval = intervalOf(node);
    if (interval.hi === null || !isNarrow(interval, threshold)) return [];
    const [lo, hi] = [Math.ceil(interval.lo), Math.floor(interval.hi)];
    return [{ release, cell: key, lo, hi, why: 'DERIVED' }];
  };
  const unsafe = releases.flatMap((table) => {
    const { release, cells, hidden } = table;
    const inOrder = [...cells.keys()].map((key) => cellIndex.cell(key)).sort(cellIndex.compare);
    const ofCells = inOrder.flatMap((cell): UnsafeCell[] => {
      const { key } = cell;
      const node = nodeOf(key, cells.get(key) ?? NaN) ?? -1;
      const { value } = at(system.nodes, node);
      const given = { release, cell: key, lo: value, hi: value };
      const small = cellIndex.isGuarded(cell, value);
      if (small && !hidden.has(key)) return [{ ...given, why: 'SHOWN' }];
      if (small && !unknown.has(node)) return [{ ...given, why: 'SHOWN_ELSEWHERE' }];
      return hidden.has(key) ? derived(release, cell, node) : [];
    });
    const ofOthers = othersIn(cellIndex, table).flatMap(({ cell, value }) =>
      derived(release, cell, nodeOf(cell.key, value) ?? -1),
    );
    return [...ofCells, ...ofOthers];
  });
  return { safe: unsafe.length === 0, unsafe };
}

/** The lines of the audit `after` that are not in the one `before`. */
export function unsafeSince(before: ReleasesAudit, after: ReleasesAudit): UnsafeCell[] {
  const lineOf = ({ release, cell, why }: UnsafeCell) => `${release} ${cell} ${why}`;
  const known = new Set(before.unsafe.map(lineOf));
  return after.unsafe.filter((line) => !known.has(lineOf(line)));
}
