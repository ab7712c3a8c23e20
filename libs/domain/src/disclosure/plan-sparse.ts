import type { Cell } from './cell-index.ts';
import type { PlanDraft } from './plan-draft.ts';
import { faceId, faceOf, type AreaFace } from './release-table.ts';

/** Faces with fewer cells above zero than this are never too sparse. */
const MIN_CELLS = 4;

/** A face that is not withheld, and how many of its cells above zero are hidden. */
interface FaceShare {
  readonly first: Cell;
  readonly hidden: number;
  readonly nonZero: number;
}

/**
 * Withholds every face with ≥ 4 cells above zero of which more than half are small: hiding them and
 * their cover would leave nothing to read. True if any was. Source: methods.md 2.6 step 2.
 */
export function withholdSparseAtSight(draft: PlanDraft): boolean {
  const sparse = shares(draft, (cell) => draft.isSmall(cell)).filter(isTooSparse);
  for (const { first } of sparse) draft.withhold(first, 'TOO_SPARSE');
  return sparse.length > 0;
}

/** The face to give up because more than half of it is hidden; null if none. Step 5. */
export function tooSparseFace(draft: PlanDraft, hidden: ReadonlySet<string>): Cell | null {
  return foremost(draft, shares(draft, (cell) => hidden.has(cell.key)).filter(isTooSparse));
}

/**
 * The face to give up because nothing covers `cell`: its own, else one with a cell among those that give
 * it away; null if all of these are totals or published already. Source: methods.md 2.6 step 3, No candidate.
 */
export function faceOfUncovered(
  draft: PlanDraft,
  hidden: ReadonlySet<string>,
  cell: Cell,
  giveaways: readonly Cell[],
): Cell | null {
  const all = shares(draft, ({ key }) => hidden.has(key));
  const own = all.find(({ first }) => isSameFace(first, cell));
  if (own) return own.first;
  const near = all.filter(({ first }) => giveaways.some((other) => isSameFace(first, other)));
  return foremost(draft, near);
}

/**
 * Withholds the regional face of the same breakdown if it is not withheld yet, else the face itself:
 * readers lose least with the link between countries. Source: methods.md 2.6 step 5.
 */
export function withholdRegionalFirst(draft: PlanDraft, cell: Cell): void {
  const region = draft.cellIndex.frame.regionalTotal;
  const regional = region ? faceOf(cell, region) : cell;
  const isThere = draft.list().some((other) => isSameFace(other, regional));
  draft.withhold(isThere ? regional : cell, 'TOO_SPARSE');
}

/** Every face that may be withheld: not `total`, and not contained in an earlier release. */
function shares(draft: PlanDraft, isHidden: (cell: Cell) => boolean): readonly FaceShare[] {
  return [...draft.faces().values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined || !mayWithhold(draft, first)) return [];
    const nonZero = cells.filter((cell) => draft.value(cell) > 0);
    return [{ first, hidden: nonZero.filter(isHidden).length, nonZero: nonZero.length }];
  });
}

/** Not the total, nor a face that an earlier release contains for the area or for the regional total: it is known anyway. */
function mayWithhold({ cellIndex, earlier }: PlanDraft, cell: Cell): boolean {
  const region = cellIndex.frame.regionalTotal;
  if (cell.dims.length === 0 || earlier.contains(cell)) return false;
  return !region || !earlier.contains(faceOf(cell, region));
}

function isTooSparse({ hidden, nonZero }: FaceShare): boolean {
  return nonZero >= MIN_CELLS && 2 * hidden > nonZero;
}

function isSameFace(a: AreaFace, b: AreaFace): boolean {
  return faceId(a) === faceId(b);
}

/** The face to give up first: the one with most breakdowns, then with the largest hidden share, then by area and dimension. */
function foremost(draft: PlanDraft, faces: readonly FaceShare[]): Cell | null {
  const [first] = [...faces].sort(
    (a, b) =>
      b.first.dims.length - a.first.dims.length ||
      b.hidden * Math.max(a.nonZero, 1) - a.hidden * Math.max(b.nonZero, 1) ||
      draft.cellIndex.compareFaces(a.first, b.first),
  );
  return first?.first ?? null;
}
