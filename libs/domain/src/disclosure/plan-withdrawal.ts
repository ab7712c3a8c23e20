import { auditReleases, unsafeSince } from './audit-releases.ts';
import { CellIndex } from './cell-index.ts';
import { planRelease } from './plan-release.ts';
import type { ReleaseFrame } from './release-frame.ts';
import { faceId, openRelease, type StoredRelease } from './release-table.ts';
import { areaOf } from './threshold.ts';

export type WithdrawalInput = ReleaseFrame & {
  /** Every release that held the table, oldest first, with what each hides already. */
  readonly releases: readonly StoredRelease[];
  /** Keys of the cells to withdraw, including those withdrawn before. */
  readonly withdrawn: readonly string[];
};

export interface WithdrawalPlan {
  /** Further cells to withdraw, in every release, because they would give a withdrawn one away. */
  readonly cover: readonly string[];
  /** CELLS: disclosure control found a cover; AREA, TABLE: nothing less protects the cells, so all of the area or table goes. */
  readonly reach: 'CELLS' | 'AREA' | 'TABLE';
}

/**
 * What has to be withdrawn together with cells withdrawn for somebody's safety, so that a reader of all
 * releases as they are afterwards keeps k candidates for each, whatever its value. The releases are
 * planned anew, the oldest first, with the withdrawn cells guarded like small counts; what one release
 * must hide is hidden in all. If the result fails the audit, everything of the area and of the regional
 * total goes; if that fails too, the whole table.
 *
 * Throws RangeError if a release holds a value that is not a count, or contradicts itself.
 * Source: methods.md 2.6; domain.md, invariant 4.
 */
export function planWithdrawal(input: WithdrawalInput): WithdrawalPlan {
  const before = auditReleases({ ...input, withdrawn: [] });
  const isSafe = (cover: readonly string[]) => {
    const after = auditReleases({ ...input, releases: hiding(input, cover) });
    const isGivenAway = after.unsafe.some(({ cell }) => input.withdrawn.includes(cell));
    return !isGivenAway && unsafeSince(before, after).length === 0;
  };
  const cover = coverOf(input);
  if (cover !== null && isSafe(cover)) return { cover, reach: 'CELLS' };
  const areas = new Set([...input.withdrawn.map(areaOf), input.regionalTotal ?? '']);
  const ofAreas = others(input, (key) => areas.has(areaOf(key)));
  if (isSafe(ofAreas)) return { cover: ofAreas, reach: 'AREA' };
  return { cover: others(input, () => true), reach: 'TABLE' };
}

/**
 * What is hidden with withdrawn cells of a table whose counts are not all known: a figure without its count may follow from any
 * other figure of its area or of the group, so everything that these show is hidden. Source: methods.md 2.6.
 */
export function hiddenWithoutCounts(
  shown: readonly string[],
  withdrawn: readonly string[],
  groups: readonly string[],
): string[] {
  const areas = new Set([...withdrawn.map(areaOf), ...groups]);
  return shown.filter((key) => areas.has(areaOf(key)));
}

/** The cells to hide besides the withdrawn ones; null if a release cannot be planned with these guarded. */
function coverOf(input: WithdrawalInput): string[] | null {
  const cellIndex = new CellIndex(input);
  const cover = new Set<string>();
  const done: StoredRelease[] = [];
  for (const release of input.releases) {
    const { cells } = openRelease(cellIndex, release);
    const plan = planRelease({
      ...input,
      cells: Object.fromEntries(cells),
      previous: done,
      annual: true,
    });
    if (plan.outcome !== 'PLANNED') return null;
    const withheld = new Set(plan.withheld.map(faceId));
    const hidden = [...cells.keys()].filter(
      (key) => plan.hidden.includes(key) || withheld.has(faceId(cellIndex.cell(key))),
    );
    const gone = new Set([...release.hidden, ...input.withdrawn]);
    for (const key of hidden) if (!gone.has(key)) cover.add(key);
    done.push({ ...release, hidden: [...new Set([...release.hidden, ...hidden, ...cover])] });
  }
  return [...cover].sort();
}

function hiding({ releases, withdrawn }: WithdrawalInput, cover: readonly string[]) {
  return releases.map((release) => ({
    ...release,
    hidden: [...new Set([...release.hidden, ...withdrawn, ...cover])],
  }));
}

/** Every key of the table that passes `isIn`, except cells that all releases hide or that are withdrawn anyway. */
function others({ releases, withdrawn }: WithdrawalInput, isIn: (key: string) => boolean) {
  const shown = releases.flatMap(({ cells, hidden }) =>
    Object.keys(cells).filter((key) => !hidden.includes(key)),
  );
  return [...new Set(shown)].filter((key) => isIn(key) && !withdrawn.includes(key)).sort();
}
