import { compareNatural } from '../values/natural-order.ts';
import { CellIndex } from './cell-index.ts';
import { type Count, parseCount } from './count.ts';
import { EarlierReleases } from './earlier-releases.ts';
import { planCover, type PlannedCover } from './plan-cover.ts';
import { PlanDraft, type WithheldFace } from './plan-draft.ts';
import {
  faceOfUncovered,
  tooSparseFace,
  withholdRegionalFirst,
  withholdSparseAtSight,
} from './plan-sparse.ts';
import type { ReleaseFrame } from './release-frame.ts';
import {
  type AreaFace,
  faceId,
  faceOf,
  MAX_DEPTH,
  openRelease,
  type StoredRelease,
} from './release-table.ts';
import { smallRevision, type SmallRevision } from './small-revision.ts';
import { isAdditive, isComplete, sumsAmong } from './cell-sums.ts';
import { TOTAL } from './table.ts';

type CellProblem =
  | { readonly code: 'UNKNOWN_CODE' | 'NOT_A_COUNT'; readonly cell: string }
  | ({ readonly code: 'FACE_TOO_DEEP' } & AreaFace);

interface ReadCells {
  readonly cells: ReadonlyMap<string, number>;
  readonly problems: readonly CellProblem[];
  readonly isValid: boolean;
}

/**
 * Reads the counts of a release: null is absent; a code that is not listed or a value that is not a
 * whole number ≥ 0 makes the whole release invalid; faces of three or more breakdowns are dropped and named.
 * Source: methods.md 2.6 step 0.
 */
function readCells(cellIndex: CellIndex, input: Readonly<Record<string, Count | null>>): ReadCells {
  const given = Object.entries(input).flatMap(([key, value]) =>
    value === null ? [] : [{ cell: cellIndex.cell(key), value: parseCount(value) }],
  );
  const unknown = given.filter(({ cell }) => !cell.isListed);
  const uncounted = given.filter(({ value }) => value === null);
  if (unknown.length + uncounted.length > 0) {
    const keys = (list: typeof given) => list.map(({ cell }) => cell.key).sort(compareNatural);
    const problems = [
      ...keys(uncounted).map((cell) => ({ code: 'NOT_A_COUNT', cell }) as const),
      ...keys(unknown).map((cell) => ({ code: 'UNKNOWN_CODE', cell }) as const),
    ];
    return { cells: new Map(), problems, isValid: false };
  }
  const inOrder = given.sort((a, b) => cellIndex.compare(a.cell, b.cell));
  const deep = inOrder.filter(({ cell }) => cell.dims.length > MAX_DEPTH);
  const deepFaces = new Map(deep.map(({ cell }) => [faceId(cell), cell]));
  return {
    cells: new Map(
      inOrder
        .filter(({ cell }) => cell.dims.length <= MAX_DEPTH)
        .map(({ cell, value }) => [cell.key, value ?? 0]),
    ),
    problems: [...deepFaces.values()].map((cell) => ({
      code: 'FACE_TOO_DEEP',
      ...faceOf(cell),
    })),
    isValid: true,
  };
}

/** A face that is incomplete or does not add up, but cannot be withheld because an earlier release contains it. */
interface InconsistentTable extends AreaFace {
  readonly code: 'DATA_FAULT';
}

interface InconsistentFace extends AreaFace {
  readonly reason: 'INCOMPLETE' | 'NOT_ADDITIVE';
}

/**
 * Withholds every face that is incomplete or does not add up, again and again until none is left,
 * because withholding a country's face makes the regional one incomplete, and a margin its crossings.
 * Returns the first such face that an earlier release contains, which holds the release.
 * Source: methods.md 2.6 step 1.
 */
function withholdInconsistent(draft: PlanDraft): InconsistentTable | null {
  for (;;) {
    const faces = inconsistentFaces(draft);
    const known = faces.find((face) => draft.earlier.contains(face));
    if (known) return { code: 'DATA_FAULT', ...faceOf(known) };
    if (faces.length === 0) return null;
    for (const face of faces) draft.withhold(face, face.reason);
  }
}

/** Each such face once, in the order found; where a face has both faults, the reason is the wrong sum. */
function inconsistentFaces(draft: PlanDraft): readonly InconsistentFace[] {
  const { cellIndex, cells } = draft;
  const found = new Map<string, InconsistentFace>();
  const add = (face: AreaFace, reason: InconsistentFace['reason']) => {
    const id = faceId(face);
    if (reason === 'NOT_ADDITIVE' || !found.has(id)) found.set(id, { ...faceOf(face), reason });
  };
  for (const cell of draft.list()) {
    const margins = cell.dims.map((dimension) => cellIndex.moved(cell, dimension, TOTAL));
    if (margins.some(({ key }) => !cells.has(key))) add(cell, 'INCOMPLETE');
  }
  for (const sum of sumsAmong(cellIndex, cells)) {
    const { count, area } = sum.total;
    const where = { count, area, face: sum.members[0]?.face ?? '' };
    if (!isComplete(sum, cells)) add(where, 'INCOMPLETE');
    else if (!isAdditive(sum, cells)) add(where, 'NOT_ADDITIVE');
  }
  return [...found.values()];
}

export type PlanReleaseInput = ReleaseFrame & {
  /** True counts by cell key; null is absent. */
  readonly cells: Readonly<Record<string, Count | null>>;
  /** Every earlier release of the same indicator and year, oldest first. */
  readonly previous?: readonly StoredRelease[] | null | undefined;
  /** True for the yearly release, which small revisions wait for. */
  readonly annual?: boolean | null | undefined;
};

export type HeldReason =
  InconsistentTable | SmallRevision | { readonly code: 'NO_COVER'; readonly cell: string };

/** Only `hidden` and the areas and faces of `withheld` are public; everything else is internal. */
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
  /** Why the table stays as it was in the release before. */
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
 * Decides what is published of one sensitive indicator and year: over every area, every breakdown and
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

/** Steps 1 to 5 of methods.md 2.6: each round either ends the loop or withholds at least one more face. */
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
