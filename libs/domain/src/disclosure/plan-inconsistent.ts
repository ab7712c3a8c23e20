import { isAdditive, isComplete, sumsAmong } from './cell-sums.ts';
import type { PlanDraft } from './plan-draft.ts';
import { faceId, faceOf, type AreaFace } from './release-table.ts';
import { TOTAL } from './table.ts';

/** A table that cannot be published as it is, and that an earlier release contains. */
export interface InconsistentTable extends AreaFace {
  readonly code: 'DATA_FAULT';
}

interface InconsistentFace extends AreaFace {
  readonly reason: 'INCOMPLETE' | 'NOT_ADDITIVE';
}

/**
 * Withholds every face that is incomplete or does not add up, again and again until none is left,
 * because a country's withheld face takes the regional one along, and a margin its crossings.
 * Returns the first such face that an earlier release contains, which holds the release.
 * Source: methods.md 2.6 step 1.
 */
export function withholdInconsistent(draft: PlanDraft): InconsistentTable | null {
  for (;;) {
    const faces = inconsistentFaces(draft);
    const known = faces.find((face) => draft.earlier.contains(face));
    if (known) return { code: 'DATA_FAULT', ...faceOf(known) };
    if (faces.length === 0) return null;
    for (const face of faces) draft.withhold(face, face.reason);
  }
}

/** By face, in the order found; a wrong sum outweighs an absent cell. */
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
