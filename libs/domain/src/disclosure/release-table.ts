import type { Cell, CellIndex } from './cell-index.ts';
import { toCount, type Count } from './count.ts';

/** At most two breakdowns are crossed in anything published. */
export const MAX_DEPTH = 2;

/** A face of an area: all its cells that are broken down by the same dimensions. */
export interface AreaFace {
  /** The name of the count, where several counts are planned together. */
  readonly count?: string | null | undefined;
  readonly area: string;
  readonly face: string;
}

/** A release of one indicator and year, with the true counts as they were then. Never public. */
export interface StoredRelease {
  readonly release: string;
  readonly cells: Readonly<Record<string, Count | null>>;
  readonly hidden: readonly string[];
  readonly withheld?: readonly AreaFace[] | null | undefined;
  /** The bounds that printed rates set to hidden counts, by cell key. */
  readonly told?: Readonly<Record<string, ImpliedBounds>> | null | undefined;
}

/** The lowest and highest count (both included) that a printed rate leaves for a hidden one; null: there is no highest. */
export interface ImpliedBounds {
  readonly low: number;
  readonly high: number | null;
}

/** What planning needs of a release: the cells it contains, and which of them it hides. */
export interface ReleaseTable {
  readonly release: string;
  readonly cells: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<string>;
  readonly told?: ReadonlyMap<string, ImpliedBounds> | undefined;
  /** Only for a release that is being planned: further cells that may be hidden to cover others. */
  readonly cover?: ReadonlySet<string> | undefined;
}

export function faceId({ count, area, face }: AreaFace): string {
  return `${count ?? ''} ${area} ${face}`;
}

/** The face of a cell, or the same face of another area. */
export function faceOf({ count, face, ...cell }: AreaFace, area: string = cell.area): AreaFace {
  return { ...(count == null ? {} : { count }), area, face };
}

/** Leaves out absent cells, faces too deep and faces withheld. Throws RangeError on a non-count. */
export function openRelease(cellIndex: CellIndex, stored: StoredRelease): ReleaseTable {
  const withheld = new Set((stored.withheld ?? []).map(faceId));
  const isIn = (cell: Cell) => cell.dims.length <= MAX_DEPTH && !withheld.has(faceId(cell));
  const cells = new Map<string, number>();
  for (const [key, value] of Object.entries(stored.cells)) {
    if (value !== null && isIn(cellIndex.cell(key))) cells.set(key, toCount(value));
  }
  return {
    release: stored.release,
    cells,
    hidden: new Set(stored.hidden.filter((key) => cells.has(key))),
    told: new Map(Object.entries(stored.told ?? {}).filter(([key]) => cells.has(key))),
  };
}
