import { CellIndex } from './cell-index.ts';
import type { Count } from './count.ts';
import { EarlierReleases } from './earlier-releases.ts';
import { planCover, type PlannedCover } from './plan-cover.ts';
import { PlanDraft, type WithheldFace } from './plan-draft.ts';
import { withholdInconsistent, type InconsistentTable } from './plan-inconsistent.ts';
import { readCells, type CellProblem } from './plan-input.ts';
import {
  faceOfUncovered,
  tooSparseFace,
  withholdRegionalFirst,
  withholdSparseAtSight,
} from './plan-sparse.ts';
import type { ReleaseFrame } from './release-frame.ts';
import { openRelease, type StoredRelease } from './release-table.ts';
import { smallRevision, type SmallRevision } from './small-revision.ts';

export type PlanReleaseInput = ReleaseFrame & {
  /** True counts by cell key; null is absent. */
  readonly cells: Readonly<Record<string, Count | null>>;
  /** Every earlier release of the same indicator and year, oldest first. */
  readonly previous?: readonly StoredRelease[] | null | undefined;
  /** The yearly release, which small revisions wait for. */
  readonly annual?: boolean | null | undefined;
};

export type HeldReason =
  InconsistentTable | SmallRevision | { readonly code: 'NO_COVER'; readonly cell: string };

/** Public are `hidden`, and area and face of `withheld`; everything else is internal. */
export interface ReleasePlan {
  readonly outcome: 'PLANNED' | 'HELD' | 'INVALID';
  /** Cells to publish without a value, status Q; in cell order. */
  readonly hidden: readonly string[];
  /** Faces not to publish at all. */
  readonly withheld: readonly WithheldFace[];
  /** Small cells of this release. */
  readonly primary: readonly string[];
  /** Small cells that earlier releases gave away: hidden, but it is too late to protect them. */
  readonly alreadyPublic: readonly string[];
  readonly problems: readonly CellProblem[];
  /** Why the table keeps its content of the release before. */
  readonly reasons: readonly HeldReason[];
}

const NOTHING = {
  hidden: [],
  withheld: [],
  primary: [],
  alreadyPublic: [],
  problems: [],
  reasons: [],
};

/**
 * Decides what of one sensitive indicator and year is published: over every area, every breakdown and
 * every earlier release, so that no hidden small count (0 < v < k) can be narrowed to fewer than k
 * candidates by anyone who has kept everything ever published. Deterministic, whatever the order of
 * keys; greedy rather than minimal, so that it is reproducible.
 *
 * Throws RangeError if an earlier release holds a value that is not a count, or contradicts itself.
 * Source: methods.md 2.6.
 */
export function planRelease(input: PlanReleaseInput): ReleasePlan {
  const cellIndex = new CellIndex(input);
  const { cells, problems, isValid } = readCells(cellIndex, input.cells);
  if (!isValid) return { ...NOTHING, outcome: 'INVALID', problems };
  const stored = (input.previous ?? []).map((release) => openRelease(cellIndex, release));
  const earlier = new EarlierReleases(cellIndex, stored);
  const draft = new PlanDraft(cellIndex, earlier, cells);
  const held = (reason: HeldReason): ReleasePlan => ({
    ...NOTHING,
    outcome: 'HELD',
    problems,
    reasons: [reason],
  });
  const cover = settle(draft);
  if ('code' in cover) return held(cover);
  const revision = input.annual ? null : smallRevision(draft, cover.hidden);
  return revision ? held(revision) : { ...planned(draft, cover.hidden), problems };
}

function planned(draft: PlanDraft, hidden: ReadonlySet<string>): ReleasePlan {
  const { earlier } = draft;
  const primary = draft.list().filter((cell) => draft.isSmall(cell));
  const alreadyPublic = primary.filter((cell) => {
    const value = draft.value(cell);
    return earlier.giveAway(cell, value) || earlier.betray(cell, value);
  });
  return {
    outcome: 'PLANNED',
    hidden: draft.list().flatMap(({ key }) => (hidden.has(key) ? [key] : [])),
    withheld: draft.withheld(),
    primary: primary.map(({ key }) => key),
    alreadyPublic: alreadyPublic.map(({ key }) => key),
    problems: [],
    reasons: [],
  };
}

/** Steps 1 to 5: each turn either ends or withholds at least one face more. */
function settle(draft: PlanDraft): PlannedCover | HeldReason {
  for (;;) {
    const inconsistent = withholdInconsistent(draft);
    if (inconsistent !== null) return inconsistent;
    if (withholdSparseAtSight(draft)) continue;
    const cover = planCover(draft);
    const { hidden, uncovered } = cover;
    const face = uncovered
      ? faceOfUncovered(draft, hidden, uncovered.cell, uncovered.giveaways)
      : tooSparseFace(draft, hidden);
    if (face !== null) withholdRegionalFirst(draft, face);
    else if (uncovered) return { code: 'NO_COVER', cell: uncovered.cell.key };
    else return cover;
  }
}
